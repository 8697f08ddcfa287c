import type { Realm } from './clock.fixture.ts'

type Hear = (event: { readonly data: unknown }) => void

interface End {
  readonly realm: Realm
  readonly set: Storage['setItem']
  readonly remove: Storage['removeItem']
  /** What this tab was told and has not heard yet. */
  pending: (() => void)[]
}

/** What two windows that know nothing of each other share in a browser: local storage, and what tabs tell each other. */
export function connect(realms: readonly [Realm, Realm]) {
  const [one, two] = realms.map(endOf) as [End, End] // as many as there are realms
  share(one, two)
  share(two, one)
  const channels = new Map<object, { readonly end: End; readonly hear: Hear }>()

  /** What a page opens to hear every other one, in this tab and in the other. */
  const channelOf = (here: End): unknown =>
    class {
      addEventListener(_: 'message', hear: Hear): void {
        channels.set(this, { end: here, hear })
      }
      postMessage(data: unknown): void {
        for (const [channel, { end }] of channels) {
          if (channel !== this) end.pending.push(() => channels.get(channel)?.hear({ data }))
        }
      }
      close(): void {
        channels.delete(this)
      }
    }

  return {
    deliver(place: 0 | 1): void {
      const end = place === 0 ? one : two
      const { pending } = end
      end.pending = []
      for (const arrive of pending) arrive()
    },
    reset(hasChannel: boolean): void {
      channels.clear()
      for (const end of [one, two]) {
        end.pending = []
        if (hasChannel) Object.assign(end.realm, { BroadcastChannel: channelOf(end) })
        else Reflect.deleteProperty(end.realm, 'BroadcastChannel')
      }
    },
  }
}

function endOf(realm: Realm): End {
  const { prototype } = realm.Storage
  const own = (name: keyof Storage): unknown => Reflect.get(prototype, name)
  return { realm, set: own('setItem') as End['set'], remove: own('removeItem') as End['remove'], pending: [] }
}

/** What is written to local storage in one window is there in the other, and an event where it is ours. */
function share({ realm, set, remove }: End, other: End): void {
  const { localStorage } = realm
  const theirs = other.realm.localStorage
  const there = other.realm
  const tell = (key: string, newValue: string | null): void => {
    if (!key.startsWith('askfirst')) return // nobody listens for others
    other.pending.push(() => there.dispatchEvent(Object.assign(new there.Event('storage'), { key, newValue })))
  }
  Object.assign(realm.Storage.prototype, {
    setItem(this: Storage, key: string, value: string) {
      set.call(this, key, value)
      if (this !== localStorage) return
      other.set.call(theirs, key, value)
      tell(key, value)
    },
    removeItem(this: Storage, key: string) {
      remove.call(this, key)
      if (this !== localStorage) return
      other.remove.call(theirs, key)
      tell(key, null)
    },
  })
}
