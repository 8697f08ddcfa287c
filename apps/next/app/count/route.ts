/** A real site would count here. */
export function POST(): Response {
  return new Response(null, { status: 204 })
}
