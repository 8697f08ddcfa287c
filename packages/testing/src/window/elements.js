/**
 * Makes elements of one document. No markup text is involved, so no policy on scripts or styles is either.
 * @param {Document} page
 */
function createElements(page) {
  return {
    /**
     * @template {keyof HTMLElementTagNameMap} Name
     * @param {Name} name
     * @param {Record<string, string>} attributes
     * @param {...(Node | string)} children
     */
    element: (name, attributes, ...children) => {
      const made = page.createElement(name)
      for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value)
      made.append(...children)
      return made
    },
    /** @param {...string} paths */
    icon: (...paths) => {
      const drawing = page.createElementNS('http://www.w3.org/2000/svg', 'svg')
      drawing.setAttribute('viewBox', '0 0 32 32')
      drawing.setAttribute('aria-hidden', 'true')
      for (const path of paths) {
        const stroke = page.createElementNS('http://www.w3.org/2000/svg', 'path')
        stroke.setAttribute('d', path)
        drawing.append(stroke)
      }
      return drawing
    },
  }
}
