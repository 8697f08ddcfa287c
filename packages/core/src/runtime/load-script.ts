import { LoadFailure } from './load-failure.ts'
import { trustedScriptUrl } from './trusted-script-url.ts'

export interface LoadScriptOptions {
  readonly window: Window & typeof globalThis
  /** Which addresses may be loaded. */
  readonly admit: (url: string) => boolean
  /** The page's CSP nonce. @default that of the page's own scripts */
  readonly nonce: string | undefined
  readonly attributes: Readonly<Record<string, string>>
}

/** Adds a script to the page. Resolves when it has run; rejects with the reason when it could not be loaded. */
export function loadScript(url: string, { window, admit, nonce, attributes }: LoadScriptOptions): Promise<void> {
  const { document, navigator } = window
  const script = document.createElement('script')
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value)
  script.async = true
  // `getAttribute` finds an empty nonce: browsers hide it from selectors and markup.
  script.nonce = nonce ?? document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''
  script.src = trustedScriptUrl(window, url, admit)
  return new Promise((resolve, reject) => {
    let hasThrown = false
    const onFault = ({ filename }: ErrorEvent): void => {
      hasThrown ||= filename === script.src
    }
    window.addEventListener('error', onFault)
    script.addEventListener('load', () => {
      window.removeEventListener('error', onFault)
      if (hasThrown) reject(new LoadFailure('vendor', `${url} has thrown`))
      else resolve()
    })
    script.addEventListener('error', () => {
      window.removeEventListener('error', onFault)
      script.remove()
      reject(new LoadFailure(navigator.onLine ? 'blocked' : 'offline', `${url} did not load`))
    })
    document.body.append(script)
  })
}
