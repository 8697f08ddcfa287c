/**
 * A Phoenix socket: joins one channel, keeps it alive, and comes back after a failure (facts 1.4, line 5 of 1.6).
 * It lives in the frame, so removing the frame closes it.
 * @param {{
 *   url: string,
 *   topic: string,
 *   onEvent: (event: string, payload: Record<string, unknown>) => void,
 *   onConnection: (isConnected: boolean) => void,
 * }} options
 */
function connectKayakoRealtime({ url, topic, onEvent, onConnection }) {
  const pauses = [1000, 2000, 5000, 10_000]
  let failures = 0
  let reference = 0

  const connect = () => {
    const socket = new WebSocket(url)
    /** @type {ReturnType<typeof setInterval> | undefined} */
    let heartbeat
    /** @param {string} to @param {string} event */
    const push = (to, event) => {
      socket.send(JSON.stringify({ topic: to, event, payload: {}, ref: String((reference += 1)) }))
    }
    socket.addEventListener('open', () => {
      failures = 0
      push(topic, 'phx_join')
      heartbeat = setInterval(() => {
        push('phoenix', 'heartbeat')
      }, 30_000)
      onConnection(true)
    })
    socket.addEventListener('message', ({ data }) => {
      const { event, payload } = JSON.parse(data)
      if (event !== 'phx_reply') onEvent(event, payload)
    })
    socket.addEventListener('close', () => {
      clearInterval(heartbeat)
      onConnection(false)
      setTimeout(connect, pauses[Math.min(failures, pauses.length - 1)])
      failures += 1
    })
  }
  connect()
}
