const contacted: string[] = []

/** Every address of another machine among these. */
function note(entries: readonly PerformanceEntry[]): void {
  for (const { name } of entries) {
    const { protocol, hostname } = new URL(name)
    if (/^(?:http|ws)/.test(protocol) && ![location.hostname, '127.0.0.1'].includes(hostname)) contacted.push(name)
  }
}

const observer = new PerformanceObserver((list) => note(list.getEntries()))
observer.observe({ type: 'resource', buffered: true })

/** Throws if another machine was asked for anything since it was last called. */
export function assertNobodyContacted(): void {
  note(observer.takeRecords())
  const found = contacted.splice(0)
  if (found.length > 0) throw new Error(`Other machines were contacted:\n${found.join('\n')}`)
}
