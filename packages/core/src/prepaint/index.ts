export { prepaintHash } from './prepaint-hash.ts'
export { prepaintScript, type PrepaintOptions } from './prepaint-script.ts'
