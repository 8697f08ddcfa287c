/** A time as receipts write it, or `unknown` for one that no calendar has. */
export function isoTime(milliseconds: number): string {
  const date = new Date(milliseconds)
  return Number.isNaN(date.getTime()) ? 'unknown' : date.toISOString()
}
