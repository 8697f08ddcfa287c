/** English of a frame that asks first, where the chat's words do not fit. No word that tools which answer banners act on. */
export const english = {
  frameProvider: '{operator} provides this. It loads only if you allow it.',
  frameAllow: 'Allow {name}',
  frameRemoved: '{name} has been removed from this page. What it keeps on its own site, this page cannot delete.',
} as const
