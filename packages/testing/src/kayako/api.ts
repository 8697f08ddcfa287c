import { agentAnswer } from '../serve/agent.ts'
import { createConversations } from '../serve/conversations.ts'
import { json, parseObject, preflight, textOf } from '../serve/message.ts'
import type { StandInRequest, StandInResponse } from '../serve/message.ts'
import type { KayakoRealtime } from './realtime.ts'
import { kayakoSettings } from './settings.ts'
import { isSigned } from './signature.ts'
import type { KayakoSwitches } from './switches.ts'

const notFound = json(404, {
  status: 404,
  errors: [{ code: 'RESOURCE_NOT_FOUND', message: 'Resource does not exist' }],
})
const ok = (data: unknown) => json(200, { status: 200, data })

/** Answers under `/api/v1`. Paths of writing requests are invented: nobody has published the Messenger's own. */
export function createKayakoApi(switches: () => KayakoSwitches, realtime: KayakoRealtime) {
  const conversations = createConversations()
  /** Which person a device has proved to belong to. */
  const people = new Map<string, string>()
  const owner = (fingerprint: string) => people.get(fingerprint) ?? `visitor:${fingerprint}`

  const agentSays = (fingerprint: string, text: string): void => {
    const conversation = conversations.add(owner(fingerprint), { author: 'agent', text })
    realtime.push(fingerprint, 'new_message', { conversation, text })
  }

  const settings = (): StandInResponse => {
    if (switches().settings === 'fails') return json(500, { status: 500, errors: [{ code: 'UNKNOWN' }] })
    return switches().settings === 'not-found' ? notFound : json(200, kayakoSettings(switches()))
  }

  const identify = (fingerprint: string, body: string): StandInResponse => {
    const sent = parseObject(body)
    const identity = {
      name: textOf(sent['name']),
      email: textOf(sent['email']),
      signature: textOf(sent['signature']),
      timestamp: textOf(sent['timestamp']),
    }
    if (!isSigned(identity, switches().token ?? 'stand-in-token')) {
      return json(403, { status: 403, errors: [{ code: 'PERMISSIONS_DENIED', message: 'The signature is wrong' }] })
    }
    const person = `person:${identity.email}`
    people.set(fingerprint, person)
    conversations.welcomeBack(person, identity.name)
    return ok({ name: identity.name, email: identity.email })
  }

  const write = (fingerprint: string, body: string): StandInResponse => {
    const conversation = conversations.add(owner(fingerprint), {
      author: 'visitor',
      text: textOf(parseObject(body)['message']),
    })
    const turn = conversations.turns(owner(fingerprint))
    setTimeout(() => {
      agentSays(fingerprint, agentAnswer(turn))
    }, switches().replyDelay ?? 900).unref()
    return ok(conversation)
  }

  const forget = (fingerprint: string): StandInResponse => {
    people.delete(fingerprint)
    return ok(null)
  }

  const respond = (path: string, { method, headers, body }: StandInRequest): StandInResponse => {
    if (method === 'OPTIONS') return preflight
    const fingerprint = headers['x-fingerprint-id'] ?? ''
    const route = `${method} ${path.replace(/^\/api\/v1\//, '').replace(/^conversations\/[^/]+\/messages$/, 'messages')}`
    switch (route) {
      case 'GET messenger/settings/current':
        return settings()
      case 'GET conversations/starter':
        return ok({ average_reply_time: 180, last_active_agents: [{ full_name: 'Stand-in agent' }] })
      case 'GET locales':
        return ok([{ locale: 'en-us', name: 'English (US)' }])
      case 'GET locales/en-us/strings.json':
        return ok({})
      case 'GET privacy':
        return ok({ enabled: false })
      case 'GET conversations':
        return ok(conversations.of(owner(fingerprint)))
      case 'POST conversations':
      case 'POST messages':
        return write(fingerprint, body)
      case 'POST messenger/identity':
        return identify(fingerprint, body)
      case 'DELETE messenger/identity':
        return forget(fingerprint)
      default:
        return notFound
    }
  }
  return { respond, agentSays }
}
