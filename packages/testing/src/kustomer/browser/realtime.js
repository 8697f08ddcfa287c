/**
 * A socket that opens on demand and comes back after a failure. It lives in the page, not in the frame: only `stop`,
 * `logout` or the end of the page closes it.
 * @param {{ url: () => string, onMessage: (message: Record<string, unknown>) => void }} options
 */
function createKustomerRealtime({ url, onMessage }) {
  /** @type {WebSocket | null} */
  let socket = null

  const open = () => {
    if (socket) return
    const own = new WebSocket(url())
    socket = own
    own.addEventListener('message', ({ data }) => {
      onMessage(JSON.parse(data))
    })
    own.addEventListener('close', () => {
      if (socket !== own) return
      socket = null
      setTimeout(open, 2000)
    })
  }
  const close = () => {
    const own = socket
    socket = null
    own?.close()
  }
  return { open, close }
}
