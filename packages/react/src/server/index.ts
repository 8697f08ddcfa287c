export { prepaintHash, prepaintScript, type PrepaintOptions } from '@askfirst/core/prepaint'
export { PrepaintScript, type PrepaintScriptProps } from './prepaint-script.tsx'
