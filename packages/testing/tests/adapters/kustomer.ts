import { kustomerChatKey } from '@askfirst/testing'
import { kustomer } from '@askfirst/vendors/kustomer'

export const vendor = () => kustomer({ apiKey: kustomerChatKey(), brandId: 'acme' })
