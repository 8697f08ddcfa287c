import type { Signal } from '@askfirst/core'
import type { RequestHeaders } from '@askfirst/core/policies'

/**
 * The privacy signal in a request's headers: `Sec-GPC` with exactly the value `1`, one of several being enough
 * [facts 3.1: V]. Any other value says nothing, and so does none: it never means that the visitor allows something.
 */
export const signalOf = (headers: RequestHeaders): Signal =>
  headers
    .get('sec-gpc')
    ?.split(',')
    .some((value) => value.trim() === '1')
    ? 'gpc'
    : ''
