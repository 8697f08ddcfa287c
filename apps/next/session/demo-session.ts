import { cookies } from 'next/headers'

export interface Customer {
  readonly name: string
  readonly email: string
}

/**
 * A fake: whoever sends this cookie is Ada. A real site has its own session here, signed, which names the customer;
 * what matters is that the server decides who it is, and nothing that the page sends along.
 */
const name = 'demo-session'

/** Readable by the page, and proof of nothing: it only saves a request for visitors who are not signed in. */
const hint = 'demo-signed-in'

const customers = new Map<string, Customer>([['ada', { name: 'Ada Lovelace', email: 'ada@tendril-street.example' }]])

export async function signedInCustomer(): Promise<Customer | null> {
  return customers.get((await cookies()).get(name)?.value ?? '') ?? null
}

export async function signInAsAda(): Promise<void> {
  const jar = await cookies()
  jar.set(name, 'ada', { httpOnly: true, sameSite: 'lax' })
  jar.set(hint, '1', { sameSite: 'lax' })
}

export async function signOut(): Promise<void> {
  const jar = await cookies()
  jar.delete(name)
  jar.delete(hint)
}
