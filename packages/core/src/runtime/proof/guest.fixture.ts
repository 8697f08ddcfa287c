import type { VendorController, VendorPage, VendorStatus } from '../index.ts'
import type { Clock } from './clock.fixture.ts'
import type { Drawer } from './drawer.fixture.ts'
import { Life } from './life.fixture.ts'
import type { PlainTab } from './plain.fixture.ts'
import type { Character, Deed, Id } from './steps.fixture.ts'
import type { TestPage } from './surroundings.fixture.ts'

interface Place {
  readonly number: 0 | 1
  readonly page: TestPage
  readonly plain: PlainTab
  readonly clock: Clock
  readonly drawer: Drawer
}

/** What a status may become, by design 4. */
const next: Readonly<Record<VendorStatus, readonly VendorStatus[]>> = {
  blocked: ['idle'],
  // Where it is not loaded, a withdrawal removes what it has stored on another page, or since it failed.
  idle: ['loading', 'removing'],
  loading: ['ready', 'failed', 'removing'],
  ready: ['removing'],
  failed: ['loading', 'removing'],
  removing: ['blocked', 'idle', 'failed'],
}

/** One vendor in one tab: what happens to it, and what it notices going wrong. */
export class Guest {
  readonly id: Id
  readonly character: Character
  readonly place: Place
  readonly lives: Life[] = []
  readonly nodes: Element[] = []
  readonly sockets: WebSocket[] = []
  /** What went wrong since somebody asked. */
  wrong: string[] = []
  /** When its status last changed. */
  since = 0
  /** Counts writings, in all tabs, up to the last time that a removal of this vendor was under way here. */
  sweptAt = 0
  controller: VendorController | null = null
  #status: VendorStatus = 'blocked'
  #goodbyes: (() => void)[] = []
  #releases: (() => void)[] = []
  /** Until a failure, or until the visitor has cancelled, and again with the next permission. */
  #mayLoadByItself = true
  #isClicked = false

  constructor(id: Id, character: Character, place: Place) {
    this.id = id
    this.character = character
    this.place = place
  }

  /** Begins to listen to the runtime. Returns how to stop. */
  watch(controller: VendorController): () => void {
    this.controller = controller
    const stops = [
      controller.subscribe(() => {
        const { status } = controller.getState()
        this.#onChange(status)
      }),
      controller.on('unread', () => {
        if (!this.isAllowed()) this.wrong.push('is heard though it is not allowed')
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }

  isAllowed(): boolean {
    return this.place.plain.isAllowed(this.id)
  }

  readonly goodbye = (): Promise<void> => new Promise((resolve) => this.#goodbyes.push(resolve))

  readonly mount = ({ signal }: VendorPage): Life => {
    const { place, id, character, lives } = this
    const { page, clock, drawer, number } = place
    if (!this.isAllowed()) this.wrong.push('loads without a yes')
    if (lives.some((life) => life.endedAt === null)) this.wrong.push('has two lives at once')
    if (this.#status !== 'loading') this.wrong.push(`loads while its status is ${this.#status}`)
    if (!this.#isClicked && !this.#loadsByItself()) this.wrong.push('loads though nothing asked for it')
    this.#isClicked = false
    const life = new Life(id, page, signal, character.manners, {
      node: (node) => this.nodes.push(node),
      socket: (socket) => this.sockets.push(socket),
      wrote: (kind, name) => drawer.note({ kind, name, id, place: number }),
      later: (milliseconds) => clock.later(page.realm, milliseconds),
    })
    signal.addEventListener('abort', () => {
      life.endedAt ??= clock.now
      life.hasFailed = this.isAllowed() && this.#status === 'loading'
    })
    lives.push(life)
    return life
  }

  #loadsByItself(): boolean {
    const { kind, load } = this.character
    return this.#mayLoadByItself && load !== 'click' && (kind === 'plain' || this.#releases.length > 0)
  }

  #onChange(status: VendorStatus): void {
    const from = this.#status
    if (status === from) return
    if (!next[from].includes(status)) this.wrong.push(`goes from ${from} to ${status}`)
    if (from === 'removing' || status === 'failed') this.sweptAt = this.place.drawer.turn
    if (status === 'failed') this.#mayLoadByItself = false
    this.#status = status
    this.since = this.place.clock.now
  }

  /** What a step may lead to is known once it was taken. */
  settle(): void {
    if (!this.isAllowed()) this.#mayLoadByItself = true
    const { status } = this.controller?.getState() ?? {}
    if (!this.isAllowed() || status === 'failed' || status === 'ready') this.#isClicked = false
    if (status === 'removing' || this.lives.at(-1)?.endedAt !== null) this.sweptAt = this.place.drawer.turn
  }

  /** What has to do with the vendor and its runtime, and nothing with what the visitor said. */
  take(deed: Deed): void {
    const { controller, lives, place } = this
    const { now } = place.clock
    const life = lives.at(-1)
    const status = controller?.getState().status
    switch (deed) {
      case 'open':
        // A vendor that is no chat has nothing to open once it is there.
        if (this.character.kind === 'plain' && status === 'ready') break
        if (this.isAllowed() && status !== 'ready') this.#isClicked = true
        controller?.open()
        break
      case 'close':
        controller?.close()
        break
      case 'cancel':
        if (status === 'ready') break
        this.#mayLoadByItself = false
        this.#isClicked = false
        controller?.cancel()
        break
      case 'retain':
        if (controller) this.#releases.push(controller.retain())
        break
      case 'release':
        this.#releases.shift()?.()
        break
      case 'identify':
        controller?.identify({ email: 'ann@acme.test' })
        break
      case 'arrive':
        life?.arrive(now)
        break
      case 'answer':
        for (const one of lives) one.answer(now)
        break
      case 'ready':
        life?.ready(now)
        break
      case 'readyLate':
        lives.find(({ api }) => !api)?.ready(now)
        break
      case 'block':
        life?.block()
        break
      case 'throw':
        life?.throw()
        break
      case 'tell':
        life?.tell(1)
        break
      case 'goodbye':
        this.#goodbyes.shift()?.()
        break
      default:
    }
  }
}
