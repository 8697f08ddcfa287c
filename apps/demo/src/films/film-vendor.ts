import { standInHosts } from '@askfirst/testing'
import { youtube } from '@askfirst/vendors/youtube'

/** On a dev server, and where it was asked for, this site's own server plays the films: a picture that contacts nobody. */
const isStandIn = import.meta.env.DEV || new URLSearchParams(location.search).has('standin')

const standIn = standInHosts.film(location.origin)

export const filmVendor = youtube({ hosts: isStandIn ? standIn : undefined })

/** The address of a film's player. */
export const playerOf = (film: string): string =>
  `${isStandIn ? standIn.embed : 'https://www.youtube-nocookie.com/embed'}/${film}`
