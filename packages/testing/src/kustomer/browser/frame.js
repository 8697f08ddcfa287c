/**
 * The widget's frame. Integrators style it from the page, so it can be reached; that it has no address is an assumption.
 * @param {import('../page.ts').KustomerStartOptions} options
 */
function insertKustomerFrame({ hideChatIcon = false, chatIconPosition, chatIconSize = 60 }) {
  /** @type {{ alignment?: string | undefined, horizontalPadding?: number, verticalPadding?: number }} */
  const position = typeof chatIconPosition === 'object' ? chatIconPosition : { alignment: chatIconPosition }
  const side = position.alignment === 'left' ? 'left' : 'right'
  const phone = matchMedia('(max-width: 30rem)')
  let isOpen = false

  const frame = document.createElement('iframe')
  frame.id = 'kustomer-ui-sdk-iframe'
  frame.title = 'Chat (stand-in for Kustomer)'
  Object.assign(frame.style, {
    position: 'fixed',
    bottom: `${position.verticalPadding ?? 0}px`,
    [side]: `${position.horizontalPadding ?? 0}px`,
    border: 'none',
    // The host's order of layers is unknown to a widget, so widgets put themselves on top.
    zIndex: '2147483000',
    // Else a page with a dark scheme paints an opaque box behind the transparent frame.
    colorScheme: 'light dark',
  })
  document.body.append(frame)
  const inside = /** @type {Document} */ (frame.contentDocument)
  // Ends the frame's first, provisional document; closing makes the html, head and body elements.
  inside.open()
  inside.close()
  inside.documentElement.dataset['side'] = side
  inside.documentElement.style.setProperty('--launcher-size', `${chatIconSize}px`)

  const place = () => {
    const closed = hideChatIcon ? '0' : `${chatIconSize + 36}px`
    const [width, height] = isOpen
      ? phone.matches
        ? ['100%', '100%']
        : ['min(100%, 26rem)', 'min(100%, 42rem)']
      : [closed, closed]
    Object.assign(frame.style, { width, height })
  }
  phone.addEventListener('change', place)
  place()

  return {
    document: inside,
    /** @param {boolean} open */
    setOpen: (open) => {
      isOpen = open
      place()
    },
    remove: () => {
      phone.removeEventListener('change', place)
      frame.remove()
    },
  }
}
