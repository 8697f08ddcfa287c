/** The little we use of Trusted Types, which TypeScript's DOM does not describe. */
interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => string }
}

interface Shared {
  /** Kept on the page, not in this module: a policy's name can be used once, and bundles may hold us twice. */
  askfirstPolicy?: { admit: (url: string) => boolean; createScriptURL: (url: string) => string }
}

/**
 * The address as the page accepts it for a script. The one Trusted Types policy, `askfirst`,
 * accepts an address only if `admit` does, which knows the vendor's own hosts.
 */
export function trustedScriptUrl(
  page: Window & { trustedTypes?: TrustedTypes },
  url: string,
  admit: (url: string) => boolean,
): string {
  const shared = page as Shared
  const refuse = (refused: string): never => {
    throw new TypeError(`Askfirst: ${refused} is not an address of the vendor`)
  }
  if (!page.trustedTypes) return admit(url) ? url : refuse(url)
  shared.askfirstPolicy ??= (() => {
    const rules = { admit, createScriptURL: (asked: string) => asked }
    const policy = page.trustedTypes.createPolicy('askfirst', {
      createScriptURL: (asked) => (rules.admit(asked) ? asked : refuse(asked)),
    })
    rules.createScriptURL = (asked) => policy.createScriptURL(asked)
    return rules
  })()
  shared.askfirstPolicy.admit = admit
  return shared.askfirstPolicy.createScriptURL(url)
}
