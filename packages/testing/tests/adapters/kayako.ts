import { kayako } from '@askfirst/vendors/kayako'

export const vendor = () => kayako({ subdomain: 'acme' })
