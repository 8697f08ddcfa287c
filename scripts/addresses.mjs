// Where the production builds are served while whole pages are tested.

/** @param {number} port */
const addressOf = (port) => ({ port, url: `http://127.0.0.1:${port}/` })

export const shop = addressOf(4173)
/** The same shop under a strict policy. */
export const strictShop = addressOf(4174)
export const nextApp = addressOf(4175)
