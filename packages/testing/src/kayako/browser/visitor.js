/**
 * Who the visitor is, and what they may ask of the help desk. The frame has no address of its own, so whatever is
 * stored here lands in the page's storage. Both key names are invented: the real ones are not public (facts 5.3).
 * @param {{ apiUrl: string, setsCookie: boolean, needsStorage: boolean }} options
 */
function createKayakoVisitor({ apiUrl, setsCookie, needsStorage }) {
  const fingerprintKey = 'kayako_stand_in_fingerprint'
  const identityKey = 'kayako_stand_in_identity'
  const fingerprint = readFingerprint()
  // An address-less frame shares the page's cookies too. One write-up claims a persistent visitor cookie (facts 1.1, S1).
  if (setsCookie) document.cookie = `kayako_stand_in_visitor=${fingerprint}; path=/; max-age=31536000; samesite=lax`

  function readFingerprint() {
    try {
      const id = localStorage.getItem(fingerprintKey) ?? randomUuid()
      localStorage.setItem(fingerprintKey, id)
      return id
    } catch (error) {
      if (needsStorage) throw error
      return randomUuid()
    }
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {object} [body]
   * @returns {Promise<unknown>} the answer's data; `null` where the help desk refused or cannot be reached
   */
  async function ask(method, path, body) {
    try {
      const response = await fetch(`${apiUrl}/${path}`, {
        method,
        headers: { 'content-type': 'application/json', 'x-fingerprint-id': fingerprint },
        ...(body && { body: JSON.stringify(body) }),
      })
      return response.ok ? (await response.json()).data : null
    } catch {
      return null
    }
  }

  return {
    fingerprint,
    ask,
    /** @param {object} identity */
    remember: (identity) => {
      try {
        localStorage.setItem(identityKey, JSON.stringify(identity))
      } catch {
        // Blocked storage: the visitor is known until the page ends.
      }
    },
    forget: async () => {
      await ask('DELETE', 'messenger/identity')
      try {
        localStorage.removeItem(identityKey)
      } catch {
        // Blocked storage held nothing.
      }
    },
  }
}
