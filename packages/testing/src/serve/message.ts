/** A request as the responders see it, whoever received it: Playwright's route or a dev server. */
export interface StandInRequest {
  readonly method: string
  readonly url: URL
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: string
}

export interface StandInResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** `never` leaves the request hanging, as a dead host would. */
export type StandInAnswer = StandInResponse | 'never'

export type SentOverSocket = (text: string) => void

/** One end of a WebSocket, made from Playwright's WebSocketRoute or from `ws`. */
export interface StandInSocket {
  readonly send: SentOverSocket
  readonly onMessage: (listener: (text: string) => void) => void
  readonly onClose: (listener: () => void) => void
}

function answer(status: number, type: string, body: string): StandInResponse {
  // A cached script would survive a change of switches.
  return { status, headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }, body }
}

export function json(status: number, value: unknown): StandInResponse {
  return answer(status, 'application/json', JSON.stringify(value))
}

export function javascript(body: string): StandInResponse {
  return answer(200, 'text/javascript', body)
}

export function svg(body: string): StandInResponse {
  return answer(200, 'image/svg+xml', body)
}

export function text(status: number, body: string): StandInResponse {
  return answer(status, 'text/plain', body)
}

/** The vendors' hosts are other origins than the page, so every answer, preflight included, needs these. */
export function withCors(request: StandInRequest, response: StandInResponse): StandInResponse {
  return {
    ...response,
    headers: {
      ...response.headers,
      'access-control-allow-origin': request.headers['origin'] ?? '*',
      'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE, OPTIONS',
      'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '*',
      'cross-origin-resource-policy': 'cross-origin',
      vary: 'Origin',
    },
  }
}

export const preflight: StandInResponse = { status: 204, headers: {}, body: '' }

/** A JSON object from a request or a socket; anything else reads as empty. */
export function parseObject(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

/** A text field of such an object; anything else reads as ''. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
