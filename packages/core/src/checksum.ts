/** A 32-bit polynomial hash in base 36: notices a cookie that was cut or altered by accident. It is no signature. */
export const checksum = (text: string): string =>
  Array.from(text, (char) => char.charCodeAt(0))
    .reduce((hash, code) => (hash * 31 + code) >>> 0, 0)
    .toString(36)
