'use client'

import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type ComponentProps,
  type ComponentType,
  type ReactElement,
  type ReactNode,
} from 'react'
import { part, type PartProps } from '../part.tsx'
import { Fallback } from '../gate/fallback.tsx'
import { useController, useVendor } from '../hooks/use-vendor.ts'
import { useLazy, whenIdle } from '../hooks/use-lazy.ts'
import { useMessages } from '../hooks/use-messages.ts'
import { english } from '../messages/en-frame-trigger.ts'
import { fill } from '../messages/fill.ts'
import type { VendorId } from '../register.ts'
import { admits } from './admits.ts'
import { Embed } from './embed.tsx'
import type { FramePanelProps } from './panel.tsx'
import { FrameSpace, type FrameSpaceProps } from './space.tsx'

type FrameAttributes = Omit<
  ComponentProps<'iframe'>,
  'src' | 'srcDoc' | 'title' | 'width' | 'height' | 'children' | 'dangerouslySetInnerHTML'
>

export interface GatedFrameProps extends FrameAttributes, FrameSpaceProps {
  /** Id of a registered vendor whose pages stand in frames. */
  readonly vendor: VendorId
  /** Address of the vendor's page: asked for only while the vendor is allowed. */
  readonly src: string
  /** What the frame shows, such as “Map of our shop”: name of the button and of the frame. */
  readonly title: string
  /** Another way to the same, such as a link to the vendor's own site. Stands below in every state. */
  readonly fallback: ReactNode
  /** Text of the button. @default 'Show “{title}”' */
  readonly children?: ReactNode
  /** Your own button, that all of ours are drawn as: `<MyButton />`. @default ours */
  readonly button?: ReactElement | undefined
}

const loadPanel = (): Promise<ComponentType<FramePanelProps>> => import('./panel.tsx').then((chunk) => chunk.FramePanel)

/**
 * A map, a film or another page of a vendor that asks first: a placeholder of the right size that contacts nobody, a
 * question in place, then the frame. It is gone with the permission. Other props go to the `iframe`.
 */
export function GatedFrame(props: GatedFrameProps): ReactNode {
  const { vendor: id, src, title, fallback, children, button, aspectRatio, width, height, ...attributes } = props
  const controller = useController(id)
  const view = useVendor(id)
  const { status, wanted, permission, report, vendor } = view
  const { frameShow, frameFailed } = useMessages(english)
  const frame = useRef<HTMLDivElement>(null)
  /** What the visitor waits for: the frame, or the button that was there before the question. */
  const focusGoesTo = useRef<'embed' | 'button' | null>(null)
  const [isAsking, setAsking] = useState(false)
  /** Whether the policy of this page has refused it, and whether that still has to be said. */
  const [refusal, setRefusal] = useState<'none' | 'told' | 'put-off'>('none')
  const [attempt, setAttempt] = useState(0)
  const isAdmitted = admits(vendor, src)

  useEffect(() => controller.retain(), [controller])
  useEffect(() => whenIdle(() => void loadPanel().catch(() => undefined)), [])

  const isReady = permission.allowed && status === 'ready'
  const asks = isAsking && !permission.allowed
  const hasFailed = (isReady && refusal === 'told') || (status === 'failed' && wanted)
  const speaks = asks || hasFailed || status === 'removing' || report !== null
  const Panel = useLazy(loadPanel, speaks, attempt)
  const isShown = isReady && refusal === 'none' && isAdmitted
  const isComing = permission.allowed && wanted && !hasFailed
  // Without our own panel the button stays, to try again.
  const hasTrigger = isAdmitted && !isShown && (Panel === false || !(asks || hasFailed || isComing))

  const takesFocus = useCallback(() => {
    const takes = focusGoesTo.current === 'embed' && document.activeElement === document.body
    focusGoesTo.current = null
    return takes
  }, [])
  const refuse = useCallback(() => setRefusal('told'), [])

  function press(): void {
    focusGoesTo.current = 'embed'
    setRefusal('none')
    setAttempt(attempt + 1)
    if (!permission.allowed) setAsking(true)
    else if (!isReady) controller.open()
  }

  function close(returnFocus: boolean): void {
    setAsking(false)
    focusGoesTo.current = returnFocus ? 'button' : 'embed'
    if (status === 'failed') controller.cancel()
    else if (hasFailed) setRefusal('put-off')
  }

  // Found by name: the button may be the site's own.
  useEffect(() => {
    const trigger = frame.current?.querySelector<HTMLElement>('[data-askfirst=frame-trigger]')
    if (!trigger || focusGoesTo.current !== 'button') return
    focusGoesTo.current = null
    if (document.activeElement === document.body) trigger.focus()
  })

  return (
    <div
      ref={frame}
      role="group"
      aria-label={title}
      aria-busy={isComing || undefined}
      data-askfirst="frame"
      data-vendor={id}
      data-state={asks ? 'asking' : hasFailed ? 'failed' : status}
    >
      <div data-askfirst="frame-box" data-wide={width !== undefined || undefined}>
        <FrameSpace aspectRatio={aspectRatio} width={width} height={height} />
        {isShown ? (
          <Embed {...attributes} src={src} title={title} takesFocus={takesFocus} onRefused={refuse} />
        ) : (
          <div data-askfirst="frame-place">
            {hasTrigger && (
              <>
                <span data-askfirst="frame-vendor">{vendor.name}</span>
                <Trigger render={button} onPress={press} aria-haspopup={permission.allowed ? undefined : 'dialog'}>
                  {children ?? fill(frameShow, { title })}
                </Trigger>
              </>
            )}
            {Panel && (
              <Panel
                {...view}
                controller={controller}
                title={title}
                frame={frame}
                asks={asks}
                hasFailed={hasFailed}
                button={button}
                onRetry={press}
                onClose={close}
              />
            )}
          </div>
        )}
      </div>
      {Panel === false && speaks && <p role="alert">{fill(frameFailed, { name: vendor.name })}</p>}
      <Fallback>{fallback}</Fallback>
    </div>
  )
}

const Trigger = ({ onPress, ...props }: PartProps<'button'> & { readonly onPress: () => void }): ReactNode =>
  part('button', 'frame-trigger', '', props, onPress)
