export interface ChatAccount {
  readonly vendor: 'kayako' | 'kustomer'
  /** `real`: an account of yours. `stand-in`: played by this site's own server. `made-up`: an account nobody has. */
  readonly service: 'real' | 'stand-in' | 'made-up'
}

/** Which chat the shop has: `?vendor=kustomer` asks for Kustomer, and the environment may name a real account. */
export function chatAccount(query: URLSearchParams, env: ImportMetaEnv & { readonly DEV: boolean }): ChatAccount {
  const vendor = query.get('vendor') === 'kustomer' ? 'kustomer' : 'kayako'
  const isReal = vendor === 'kustomer' ? env.VITE_KUSTOMER_KEY : env.VITE_KAYAKO_SUBDOMAIN
  if (isReal) return { vendor, service: 'real' }
  return { vendor, service: env.DEV || query.has('standin') ? 'stand-in' : 'made-up' }
}
