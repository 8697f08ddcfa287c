/** Who comes, by what the cookie says of an earlier visit. */
export const visitors = [
  { name: 'a new visitor', record: null, isAsked: true },
  { name: 'a visitor who accepted', record: 'accept-all', isAsked: false },
  { name: 'a visitor who refused', record: 'reject-all', isAsked: false },
] as const

/** Every way in which a page of the site comes about. */
export const pages = [
  { kind: 'static', path: '/', heading: 'How can we help?' },
  { kind: 'dynamic', path: '/parcel', heading: 'Your parcel' },
  { kind: 'streaming', path: '/answers', heading: 'Answers of today' },
] as const
