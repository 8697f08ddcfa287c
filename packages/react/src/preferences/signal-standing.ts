import { isGranted, type ConsentState } from '@askfirst/core'

/** How the browser's privacy signal stands here: not sent, `honoured`, or `overruled` by what the visitor allowed all the same. */
export type SignalStanding = '' | 'honoured' | 'overruled'

export function signalStanding(state: ConsentState): SignalStanding {
  const { signal, policy, asked } = state
  const turnedOff = signal ? asked.filter((category) => policy.signal.includes(category)) : []
  if (turnedOff.length === 0) return ''
  return turnedOff.some((category) => isGranted(state, category)) ? 'overruled' : 'honoured'
}
