import type { Colour } from './colour.ts'

let pixel: CanvasRenderingContext2D | null | undefined

/** A computed colour in any notation, such as Tailwind's `oklch`: what is not plain is painted and looked at. */
export function readColour(css: string): Colour | null {
  const plain = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(css)
  if (plain) {
    const [, red, green, blue, alpha = 1] = plain
    return [Number(red), Number(green), Number(blue), Number(alpha)]
  }
  pixel ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  if (!pixel) return null
  pixel.clearRect(0, 0, 1, 1)
  pixel.fillStyle = css
  pixel.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 0] = pixel.getImageData(0, 0, 1, 1).data
  return [red, green, blue, alpha / 255]
}
