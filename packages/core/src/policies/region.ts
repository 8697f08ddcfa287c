/** A country, and a part of it where that is known. */
export interface Region {
  readonly country: string
  readonly subdivision: string | undefined
}

/** Reads an ISO 3166-1 or 3166-2 code in any case; `null` for anything else, and for the codes that say "not known". */
export function parseRegion(text: string | null | undefined): Region | null {
  // `XX` is Cloudflare's, `ZZ` Google's. Without the flag `u`, no letter beyond ASCII passes for another in upper case.
  const [, country, subdivision] = /^(?!xx|zz)([a-z]{2})(?:-([a-z\d]{1,3}))?$/i.exec(`${text}`) ?? []
  return country ? { country: country.toUpperCase(), subdivision: subdivision?.toUpperCase() } : null
}
