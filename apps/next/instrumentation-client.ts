interface TrustedTypes {
  createPolicy: (name: 'default', rules: { createScriptURL: (address: string) => string | null }) => void
}

const { trustedTypes } = window as { trustedTypes?: TrustedTypes }

/** Turbopack's loader gives scripts plain addresses. Those of this site's own files come through, and no others. */
trustedTypes?.createPolicy('default', {
  createScriptURL(address) {
    const { origin, pathname } = new URL(address, location.href)
    return origin === location.origin && pathname.startsWith('/_next/static/') ? address : null
  },
})
