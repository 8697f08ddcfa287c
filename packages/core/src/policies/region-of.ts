import { parseRegion, type Region } from './region.ts'

/** Request headers: `Headers`, or anything that is read in the same way. */
export interface RequestHeaders {
  readonly get: (name: string) => string | null | undefined
}

/** The names of the headers that hold a visitor's region. */
export interface RegionHeaders {
  /** Holds an ISO 3166-1 country, or a whole 3166-2 code such as `US-CA`. */
  readonly country: string
  /** Holds the part of the country: `CA`, `US-CA`, or `USCA` as Google writes it. @default none */
  readonly subdivision?: string | undefined
}

// Only names that their owners document. Fastly and Google's load balancers send what the site names itself, Akamai one
// header for everything, and Netlify tells its functions by `context.geo` [docs.netlify.com/edge-functions/api].
const documented: readonly RegionHeaders[] = [
  // Cloudflare, with "IP geolocation"; the code with "Add visitor location headers". `XX` is unknown, `T1` is Tor
  // [developers.cloudflare.com/fundamentals/reference/http-headers, …/rules/transform/managed-transforms/reference].
  { country: 'cf-ipcountry', subdivision: 'cf-region-code' },
  // Amazon CloudFront, with an origin request policy that forwards them
  // [docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-cloudfront-headers.html].
  { country: 'cloudfront-viewer-country', subdivision: 'cloudfront-viewer-country-region' },
  // Vercel [vercel.com/docs/headers/request-headers].
  { country: 'x-vercel-ip-country', subdivision: 'x-vercel-ip-country-region' },
  // Google App Engine, which drops copies that a client sends; `ZZ` is unknown
  // [cloud.google.com/appengine/docs/flexible/reference/request-headers].
  { country: 'x-appengine-country', subdivision: 'x-appengine-region' },
]

/**
 * The visitor's region from the headers of their request, for `policyOf`; `null` where nobody knows. Reads the headers
 * of Cloudflare, CloudFront, Vercel and App Engine; where two of them name different countries, nobody knows. Name
 * the headers of your own CDN in `names`, and no others are read.
 *
 * A client can send these headers itself, and only a CDN that overwrites them prevents that. Who forges a region changes
 * the policy of their own visit and nobody else's, as long as no cache keeps the page: use it for nothing more.
 */
export function regionOf(headers: RequestHeaders, names?: RegionHeaders): string | null {
  const sent = (names ? [names] : documented).filter(({ country }) => headers.get(country))
  const found = sent.map((each) => readRegion(headers, each))
  const countries = new Set(found.map((region) => region?.country))
  const subdivisions = new Set(found.flatMap((region) => region?.subdivision ?? []))
  const [country, ...otherCountries] = countries
  const [subdivision, ...otherSubdivisions] = subdivisions
  if (!country || otherCountries.length > 0) return null
  return subdivision && otherSubdivisions.length === 0 ? `${country}-${subdivision}` : country
}

function readRegion(headers: RequestHeaders, names: RegionHeaders): Region | null {
  const region = parseRegion(headers.get(names.country))
  if (!region || region.subdivision || !names.subdivision) return region
  const [, prefix = region.country, subdivision] =
    /^(?:([a-z]{2})-?)??([a-z\d]{1,3})$/i.exec(headers.get(names.subdivision) ?? '') ?? []
  // That a part belongs to another country says that one of the two is wrong.
  return prefix.toUpperCase() === region.country ? { ...region, subdivision: subdivision?.toUpperCase() } : region
}
