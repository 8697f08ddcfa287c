/**
 * Keeps scripts that are still on their way from running: removed from the page they would, moved to another document
 * they do not.
 */
export function haltScripts(scripts: Iterable<HTMLScriptElement>): void {
  const elsewhere = document.implementation.createHTMLDocument('')
  for (const script of scripts) elsewhere.adoptNode(script)
}
