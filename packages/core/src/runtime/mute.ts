/** Takes off the handlers that a script has set as `on...` properties: what is ended is not to tell. */
export function mute(target: object): void {
  for (const name in target) {
    if (name.startsWith('on') && Reflect.get(target, name)) Reflect.set(target, name, null)
  }
}
