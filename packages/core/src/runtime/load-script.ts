import { LoadFailure } from './load-failure.ts'
import { haltScripts } from './halt-scripts.ts'
import { trustedScriptUrl } from './trusted-script-url.ts'

export interface LoadScriptOptions {
  readonly window: Window & typeof globalThis
  /** Which addresses may be loaded. */
  readonly admit: (url: string) => boolean
  /** The page's CSP nonce. @default that of the page's own scripts */
  readonly nonce: string | undefined
  readonly attributes: Readonly<Record<string, string>>
  /** Ends the wait; a script that has not arrived by then does not run. */
  readonly signal: AbortSignal
}

/** Adds a script to the page. Resolves when it has run; rejects with the reason when it could not be loaded. */
export function loadScript(
  url: string,
  { window, admit, nonce, attributes, signal }: LoadScriptOptions,
): Promise<void> {
  const { document } = window
  const script = document.createElement('script')
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value)
  script.async = true
  // `getAttribute` finds an empty nonce: browsers hide it from selectors and markup.
  script.nonce = nonce ?? document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''
  script.src = trustedScriptUrl(window, url, admit)
  const begun = window.performance.now()
  return new Promise<void>((resolve, reject) => {
    let fault: ErrorEvent | null = null
    const onFault = (event: ErrorEvent): void => {
      if (event.filename === script.src) fault ??= event
    }
    const onAbort = (): void => {
      settle()
      haltScripts([script])
      reject(signal.reason)
    }
    function settle(): void {
      window.removeEventListener('error', onFault)
      signal.removeEventListener('abort', onAbort)
    }
    window.addEventListener('error', onFault)
    signal.addEventListener('abort', onAbort)
    script.addEventListener('load', () => {
      settle()
      if (fault) reject(new LoadFailure('vendor', `${url} has thrown`, fault.message || null))
      else resolve()
    })
    script.addEventListener('error', () => {
      script.remove()
      // The browser reports a refusal by the page's policy, and what was answered, a moment after.
      setTimeout(() => {
        settle()
        reject(failureOf(window, script.src, begun))
      })
    })
    document.body.append(script)
  })
}

function failureOf({ performance, navigator }: Window, url: string, begun: number): LoadFailure {
  if (!navigator.onLine) return new LoadFailure('offline', `${url} did not load`)
  const answer: Partial<PerformanceResourceTiming> | undefined = performance
    .getEntriesByName(url, 'resource')
    .findLast(({ startTime }) => startTime >= begun)
  // Browsers tell the status only where the vendor's server allows it; 0 says nothing.
  const { responseStatus = 0 } = answer ?? {}
  return responseStatus >= 400
    ? new LoadFailure('vendor', `${url} did not load`, `HTTP ${responseStatus}`)
    : new LoadFailure('blocked', `${url} did not load`)
}
