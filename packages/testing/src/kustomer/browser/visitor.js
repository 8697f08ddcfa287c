/**
 * Who the visitor is, and what they may ask of the API. All key names are invented: the real ones are not public.
 * @param {{ key: string, api: string, needsStorage: boolean }} options
 */
function createKustomerVisitor({ key, api, needsStorage }) {
  const id = stored('kustomer_stand_in_tracking') ?? randomUuid()
  store('kustomer_stand_in_tracking', id)

  /** @param {string} name */
  function stored(name) {
    try {
      return localStorage.getItem(name)
    } catch {
      return null
    }
  }

  /** @param {string} name @param {string} text */
  function store(name, text) {
    try {
      localStorage.setItem(name, text)
    } catch (error) {
      if (needsStorage) throw error
      // Blocked storage: known until the page ends.
    }
  }

  /** @param {string} name */
  function drop(name) {
    try {
      localStorage.removeItem(name)
    } catch {
      // Blocked storage held nothing.
    }
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {object} [body]
   * @returns {Promise<{ response?: unknown, error?: { message: string } }>}
   */
  async function ask(method, path, body) {
    try {
      const answer = await fetch(`${api}${path}`, {
        method,
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${key}`,
          'x-kustomer-tracking-token': id,
        },
        ...(body && { body: JSON.stringify(body) }),
      })
      const { data, errors } = await answer.json()
      return answer.ok ? { response: data.attributes } : { error: { message: errors[0].title } }
    } catch (error) {
      return { error: { message: String(error) } }
    }
  }

  return { id, ask, stored, store, drop }
}
