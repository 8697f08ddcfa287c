/** Adopted, not inline, so that a strict policy lets it be. Returns how to take it off. */
export function adoptSheet(): () => void {
  // Older browsers have none; the panel is usable without.
  if (!('adoptedStyleSheets' in document)) return () => undefined
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(rules)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
  }
}

const rules = `
[data-askfirst-devtools] {
  position: fixed;
  z-index: 2147483000;
  inset-block-end: 4rem;
  inset-inline-start: 0.5rem;
  display: grid;
  gap: 0.5rem;
  justify-items: start;
  inline-size: min(34rem, 100vi - 1rem);
  color-scheme: dark;
  font: 13px/1.5 ui-monospace, monospace;
  pointer-events: none;
}
[data-askfirst-devtools] > * {
  pointer-events: auto;
}
[data-askfirst-devtools] :is(button, select, input) {
  min-block-size: 1.75rem;
  border: 1px solid #8a94a6;
  border-radius: 0.3rem;
  background: #262b36;
  color: #fff;
  font: inherit;
}
[data-askfirst-devtools] > section {
  box-sizing: border-box;
  inline-size: 100%;
  max-block-size: min(70vh, 42rem);
  padding: 0.75rem 1rem;
  border: 1px solid #8a94a6;
  border-radius: 0.5rem;
  background: #15181f;
  color: #f2f4f8;
  overflow: auto;
  overflow-wrap: anywhere;
}
[data-askfirst-devtools] :focus-visible {
  outline: 2px solid #a8c7fa;
  outline-offset: 2px;
}
[data-askfirst-devtools] h2 {
  margin: 0.75rem 0 0.25rem;
  font-size: 1em;
}
[data-askfirst-devtools] :is(dl, dd, p, pre) {
  margin: 0;
}
[data-askfirst-devtools] pre {
  white-space: pre-wrap;
}
[data-askfirst-devtools] dt {
  color: #b9c2d0;
}
[data-askfirst-devtools] summary {
  min-block-size: 1.5rem;
  cursor: pointer;
}
[data-askfirst-devtools] [role='group'] {
  display: flex;
  flex-wrap: wrap;
  gap: 0.4rem 0.75rem;
  align-items: center;
}
[data-askfirst-devtools] label {
  display: inline-flex;
  gap: 0.4rem;
  align-items: center;
}
`
