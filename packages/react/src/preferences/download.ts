/** Hands the visitor's browser a file. Nothing is sent anywhere, and a strict CSP has nothing to refuse. */
export function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Some browsers fetch it only after the click was handled.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
