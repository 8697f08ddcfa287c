/** A 32-bit polynomial hash in base 36: notices a cookie that was cut or altered by accident. It is no signature. */
export function checksum(text: string): string {
  let hash = 0
  for (const char of text) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0
  return hash.toString(36)
}
