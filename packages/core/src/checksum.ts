/** A 32-bit polynomial hash in base 36: notices a cookie that was cut or altered by accident. It is no signature. */
export const checksum = (text: string): string =>
  Array.from(text)
    .reduce((hash, char) => (hash * 31 + char.charCodeAt(0)) >>> 0, 0)
    .toString(36)
