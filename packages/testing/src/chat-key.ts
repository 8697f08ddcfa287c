export interface ChatKeyOptions {
  /** The organisation, which names the API's host. @default 'acme' */
  readonly orgName?: string | undefined
  /** `prod1` is the US, `prod2` the EU. @default 'prod1' */
  readonly pod?: 'prod1' | 'prod2' | undefined
}

/** A Kustomer chat key of the current, unsigned kind, fit for the stand-in and for nothing else. */
export function kustomerChatKey({ orgName = 'acme', pod = 'prod1' }: ChatKeyOptions = {}): string {
  return `${part({ alg: 'none', typ: 'JWT' })}.${part({ org: 'stand-in', orgName, pod, roles: ['org.tracking'] })}.`
}

function part(value: object): string {
  return btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
