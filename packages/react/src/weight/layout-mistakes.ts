import { say } from './report.ts'

const known = {
  'data-layout': ['bar', 'box', 'corner'],
  'data-edge': ['top', 'bottom'],
  'data-side': ['left', 'right'],
}

/** What is wrong with the attributes that choose a layout. Nothing checks them while the program is written. */
export function layoutMistakes(root: Element): readonly string[] {
  const reports = Object.entries(known).flatMap(([name, values]) => {
    const value = root.getAttribute(name)
    if (value === null || values.includes(value)) return []
    return say(`there is no ${name}="${value}"`, 'so the default is shown', `Use one of these: ${values.join(', ')}`)
  })
  const asks = root.matches('[data-layout=bar], [data-layout=corner], [data-edge=top], [data-side=left]')
  const read = getComputedStyle(document.documentElement)
  // With a stylesheet of its own, the site knows what it does.
  if (asks && read.getPropertyValue('--askfirst-gap') && !read.getPropertyValue('--askfirst-layouts'))
    reports.push(
      say(
        'a layout is chosen that is not the default, and layouts.css is not on the page',
        'so the default is shown',
        "Add `import '@askfirst/react/layouts.css'`",
      ),
    )
  return reports
}
