/** Runs a task that may fail, never twice at a time: called meanwhile, it runs once more, after `pause` milliseconds. */
export function takeTurns(task: () => Promise<void>, pause: number): () => void {
  let isDue = false
  let isBusy = false

  async function run(): Promise<void> {
    isBusy = true
    while (isDue) {
      isDue = false
      await task().catch(() => undefined)
      if (isDue) await new Promise((resolve) => setTimeout(resolve, pause))
    }
    isBusy = false
  }

  return () => {
    isDue = true
    if (!isBusy) void run()
  }
}
