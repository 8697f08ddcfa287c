export { csp, type Csp, type CspOptions } from './csp.ts'
export type { CspDirective, CspDirectives } from './directives.ts'
export { kayakoCsp, type KayakoCspOptions } from './kayako-csp.ts'
export { kustomerCsp, type KustomerCspOptions } from './kustomer-csp.ts'
