import type { Policy } from '../policy.ts'
import { brazil, california, quebec, us } from './americas.ts'
import { eea, france, italy, spain, switzerland, uk } from './europe.ts'
import { optIn } from './opt-in.ts'
import { parseRegion } from './region.ts'

/** Policies by region: ISO 3166-1 (`DE`) or 3166-2 (`US-CA`), in any case. */
export type RegionPolicies = Readonly<Record<string, Policy>>

/** The 27 member states of the European Union, and Iceland, Liechtenstein and Norway. */
export const eeaCountries: readonly string[] =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO'.split(' ')

const known: RegionPolicies = {
  BR: brazil,
  CH: switzerland,
  ES: spain,
  FR: france,
  GB: uk,
  IT: italy,
  US: us,
  'CA-QC': quebec,
  'US-CA': california,
}

/**
 * The policy of a region, an ISO 3166-1 country (`DE`) or 3166-2 subdivision (`US-CA`) in any case. A subdivision
 * falls back to its country; anything that is not known gets the strictest policy.
 *
 * `overrides` are the site's own policies by region. The narrower region wins, and in the same region the site's own:
 * one for `US` leaves California as it is, one for `US-CA` replaces it.
 */
export function policyOf(region: string | null | undefined, overrides: RegionPolicies = {}): Policy {
  const parsed = parseRegion(region)
  if (!parsed) return optIn
  const { country, subdivision } = parsed
  const own = new Map(Object.entries(overrides).map(([code, policy]) => [code.toUpperCase(), policy]))
  return (
    (subdivision && (own.get(`${country}-${subdivision}`) ?? known[`${country}-${subdivision}`])) ||
    (own.get(country) ?? known[country] ?? (eeaCountries.includes(country) ? eea : optIn))
  )
}
