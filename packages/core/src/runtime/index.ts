export type {
  Capability,
  ChatCapabilities,
  ChatDriver,
  ChatEvent,
  ChatEvents,
  ChatIdentity,
  ChatVendor,
  ChatVisibility,
  IdentitySource,
} from './chat.ts'
export { createVendorRuntime, type VendorRuntime } from './create-vendor-runtime.ts'
export { LoadFailure, type FailureReason, type VendorFailure } from './load-failure.ts'
export { addressMatcher } from './address.ts'
export type { FrameVendor, LoadableVendor, Mounted, Traces, VendorPage } from './mount.ts'
export type {
  RemainingReason,
  RemainingTrace,
  RemovalReport,
  Trace,
  TraceKind,
  UncheckedReason,
  UncheckedTrace,
} from './removal-report.ts'
export type { RuntimeOptions, VendorController } from './controller.ts'
export type { VendorState, VendorStatus } from './vendor-state.ts'
