import { readPayload } from './read-payload.ts'

/** The organisation's own API address, as the key's payload names it; `undefined` where the key cannot be read. */
export function apiOf(apiKey: string): string | undefined {
  const { orgName, pod } = readPayload(apiKey)
  return typeof orgName === 'string' && /^[\w-]+$/.test(orgName)
    ? `https://${orgName}.api.${pod === 'prod2' ? 'prod2.' : ''}kustomerapp.com`
    : undefined
}
