/**
 * A script address in the form the page's policy asks for. A page that enforces Trusted Types must name `stand-in` in
 * its `trusted-types` directive; the policy is kept on the factory, because a second load may not create it again.
 * @param {string} url
 * @returns {string}
 */
function trustedScriptUrl(url) {
  /** @typedef {{ createScriptURL: (url: string) => string }} Policy */
  const factory =
    /** @type {{ trustedTypes?: { standIn?: Policy, createPolicy: (name: string, rules: Policy) => Policy } }} */ (
      /** @type {unknown} */ (window)
    ).trustedTypes
  if (!factory) return url
  try {
    factory.standIn ??= factory.createPolicy('stand-in', { createScriptURL: (trusted) => trusted })
    return factory.standIn.createScriptURL(url)
  } catch {
    // The page does not allow the policy: its default policy may still let the plain address through.
    return url
  }
}
