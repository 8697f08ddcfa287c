// @vitest-environment node
import { proveInterleavings } from './interleavings.fixture.ts'

// Half of the walks; the others are in a file of their own, so that both run at once.
proveInterleavings(false)
