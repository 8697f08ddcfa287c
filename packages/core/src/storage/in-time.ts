/** What is asked for, or an error once that takes longer than `timeout` milliseconds. What comes later is dropped. */
export async function inTime<Value>(ask: () => Value | PromiseLike<Value>, timeout: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Askfirst: no answer in time')), timeout)
  })
  try {
    return await Promise.race([ask(), late])
  } finally {
    clearTimeout(timer)
  }
}
