/**
 * The answer to a call that takes a callback `(response, error)`, as Kustomer's do: resolves with the response,
 * rejects with the error.
 */
export function answerOf<Response>(
  call: (done: (response?: Response, error?: unknown) => void) => void,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    call((response, error) => {
      if (error) reject(error)
      else resolve(response as Response) // a callback without an error has what its method promises
    })
  })
}
