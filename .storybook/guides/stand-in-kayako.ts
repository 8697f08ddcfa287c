import { standInHosts } from '@askfirst/testing'
import { kayako as real } from '@askfirst/vendors/kayako'

/** As the adapter, but served from this origin. */
export const kayako: typeof real = (options) =>
  real({ ...options, hosts: standInHosts.kayako(location.origin, { frame: 'dom' }) })
