import { agentAnswer } from '../serve/agent.ts'
import { createConversations } from '../serve/conversations.ts'
import { json, parseObject, preflight, textOf } from '../serve/message.ts'
import type { StandInRequest, StandInResponse } from '../serve/message.ts'
import type { KustomerRealtime } from './realtime.ts'
import type { KustomerSwitches } from './switches.ts'
import { readLoginToken } from './token.ts'

const ok = (attributes: unknown) => json(200, { data: { attributes } })
const failed = (status: number, title: string) => json(status, { errors: [{ status, title }] })

/** Answers of ORG.api.kustomerapp.com. Paths below `/p/v1/chat/visitor` are invented: nobody has published them. */
export function createKustomerApi(switches: () => KustomerSwitches, realtime: KustomerRealtime) {
  const conversations = createConversations()
  /** Which person a device has logged in as. */
  const people = new Map<string, string>()
  const owner = (visitor: string) => people.get(visitor) ?? `visitor:${visitor}`

  const agentSays = (visitor: string, text: string): void => {
    const { id } = conversations.add(owner(visitor), { author: 'agent', text })
    realtime.push(visitor, { type: 'message', conversationId: id, text })
  }

  const write = (visitor: string, body: string): StandInResponse => {
    const text = textOf(parseObject(body)['message'])
    const conversation = conversations.add(owner(visitor), { author: 'visitor', text })
    const turn = conversations.turns(owner(visitor))
    setTimeout(() => {
      agentSays(visitor, agentAnswer(turn))
    }, switches().replyDelay ?? 900).unref()
    return ok(conversation)
  }

  const login = (visitor: string, body: string): StandInResponse => {
    const secret = switches().secret ?? 'stand-in-secret'
    const person = readLoginToken(textOf(parseObject(body)['jwtToken']), secret, Date.now())
    if ('refused' in person) return failed(401, person.refused)
    const id = person.email ?? person.externalId ?? ''
    people.set(visitor, `person:${id}`)
    conversations.welcomeBack(`person:${id}`, id)
    return ok({ identified: true, customerId: `customer-${id}`, ...person })
  }

  const logout = (visitor: string): StandInResponse => {
    people.delete(visitor)
    return ok({})
  }

  const respond = (path: string, { method, headers, body }: StandInRequest): StandInResponse => {
    if (method === 'OPTIONS') return preflight
    const visitor = headers['x-kustomer-tracking-token'] ?? ''
    if (/^\/p\/v1\/chat\/brands\/[^/]+\/settings\/versions\/latest$/.test(path)) return ok({ version: 1 })
    if (/^\/p\/v2\/chat\/brands\/[^/]+\/settings$/.test(path)) return ok(settings(switches()))
    if (/^\/p\/v1\/schedules\/[^/]+$/.test(path)) return ok({ name: 'Always open', hours: {} })
    switch (`${method} ${path}`) {
      case 'GET /p/v1/chat/visitor/conversations':
        return ok(conversations.of(owner(visitor)))
      case 'POST /p/v1/chat/visitor/messages':
        return write(visitor, body)
      case 'PATCH /p/v1/chat/visitor/description':
        return ok({})
      case 'POST /p/v1/chat/visitor/session':
        return login(visitor, body)
      case 'DELETE /p/v1/chat/visitor/session':
        return logout(visitor)
      default:
        return failed(404, 'Not found')
    }
  }
  return { respond, agentSays }
}

/** Field names are invented, but for the PubNub key sets that the mobile SDKs read (facts 2.4). */
function settings({ authorizedDomains = [] }: KustomerSwitches) {
  return {
    teamName: 'Acme support',
    greeting: 'Ask us anything about your order.',
    authorizedDomains,
    pubnubKeys: { subscribeKey: 'sub-c-stand-in' },
  }
}
