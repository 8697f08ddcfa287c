import { signInAsAda, signOut } from '../../../session/demo-session.ts'

export async function POST(): Promise<Response> {
  await signInAsAda()
  return new Response(null, { status: 204 })
}

export async function DELETE(): Promise<Response> {
  await signOut()
  return new Response(null, { status: 204 })
}
