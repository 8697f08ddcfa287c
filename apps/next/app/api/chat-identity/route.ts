import { kayakoSignature } from '@askfirst/server'
import { signedInCustomer } from '../../../session/demo-session.ts'

const headers = { 'Cache-Control': 'private, no-store' }

/** Who the signed-in customer is, signed for the chat. The token never leaves this server. */
export async function GET(): Promise<Response> {
  const customer = await signedInCustomer()
  if (!customer) return new Response(null, { status: 401, headers })
  const { name, email } = customer
  return Response.json(await kayakoSignature({ name, email, token: process.env['KAYAKO_TOKEN'] ?? '' }), { headers })
}
