/** Why a vendor could not be loaded: kept from it (ad blocker, CSP), no network, no answer in time, or its own fault. */
export type FailureReason = 'blocked' | 'offline' | 'timeout' | 'vendor'

/** A load that failed, with the reason that visitors are told. */
export class LoadFailure extends Error {
  readonly reason: FailureReason

  constructor(reason: FailureReason, message: string) {
    super(message)
    this.reason = reason
  }
}
