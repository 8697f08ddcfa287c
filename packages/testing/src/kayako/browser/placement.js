/**
 * The container's size for each state: the loader inserts it with no size, "the app enlarges it" (facts 1.5).
 * @param {HTMLElement} container
 */
function createKayakoPlacement(container) {
  const phone = window.parent.matchMedia('(max-width: 30rem)')
  let current = { visibility: 'minimized', hasLauncher: true }
  // The host's order of layers is unknown to a widget, so widgets put themselves on top.
  container.style.zIndex = '2147483000'
  // Else a page with a dark scheme paints an opaque box behind the transparent frame.
  container.style.colorScheme = 'light dark'

  const size = () => {
    if (current.visibility === 'maximized')
      return phone.matches ? ['100%', '100%'] : ['min(100%, 26rem)', 'min(100%, 42rem)']
    return current.hasLauncher ? ['6rem', '6rem'] : ['0', '0']
  }
  const place = () => {
    const [width = '0', height = '0'] = size()
    const display = current.visibility === 'hidden' ? 'none' : 'block'
    Object.assign(container.style, { width, height, display })
  }
  phone.addEventListener('change', place)

  /** @param {{ visibility: string, hasLauncher: boolean }} next */
  return (next) => {
    current = next
    place()
  }
}
