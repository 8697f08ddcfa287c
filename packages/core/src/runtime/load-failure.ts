/**
 * Why a vendor could not be loaded, as far as a page can tell.
 * `blocked`: its address did not answer; ad blocker, firewall, DNS and outage look alike. `csp`: the site's own policy
 * refused it. `offline`: no network. `timeout`: no answer in time. `vendor`: an error of its server or script.
 * `unavailable`: it answered, but never appeared. `storage`: it failed where the site can store nothing.
 */
export type FailureReason = 'blocked' | 'csp' | 'offline' | 'timeout' | 'vendor' | 'unavailable' | 'storage'

/** A load that failed, with the reason that visitors are told. */
export class LoadFailure extends Error {
  readonly reason: FailureReason
  /** What is known beyond the reason. */
  readonly detail: string | null

  constructor(reason: FailureReason, message: string, detail: string | null = null) {
    super(message)
    this.reason = reason
    this.detail = detail
  }
}

/** What the host is told of a failed load. */
export interface VendorFailure {
  readonly vendor: string
  readonly reason: FailureReason
  /** What is known beyond the reason: the directive and address that were refused, or the HTTP status. */
  readonly detail: string | null
  /** Which try failed, counted from 1 since the page began or the vendor was last ready. */
  readonly attempt: number
  /** What was thrown: a `LoadFailure`, or the vendor's own error. */
  readonly error: unknown
}
