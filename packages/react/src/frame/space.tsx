import type { ReactNode } from 'react'

export interface FrameSpaceProps {
  /** Shape of the frame, which then fills the width of its place: `16 / 9`, or a number. @default '16 / 9' */
  readonly aspectRatio?: string | number | undefined
  /** Width in CSS pixels. @default that of its place, which it never exceeds */
  readonly width?: number | undefined
  /** Height in CSS pixels, whatever the width. @default by the aspect ratio */
  readonly height?: number | undefined
}

/**
 * Takes up the room of the frame from the first paint on, before scripts and whether it is allowed or not. A picture
 * without content has a size by its attributes alone: a strict policy refuses inline styles in the server's HTML.
 */
export function FrameSpace({ aspectRatio = '16 / 9', width, height }: FrameSpaceProps): ReactNode {
  const shape = height
    ? undefined
    : `0 0 ${String(aspectRatio).replace(/\s*\/\s*/, ' ')}${isNumber(aspectRatio) ? ' 1' : ''}`
  return <svg data-askfirst="frame-space" aria-hidden="true" viewBox={shape} width={width ?? '100%'} height={height} />
}

const isNumber = (ratio: string | number): boolean => Number.isFinite(Number(ratio))
