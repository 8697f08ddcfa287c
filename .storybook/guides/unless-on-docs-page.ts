/** A docs page is there to be tried by hand: what is shown on it does not play by itself. */
export const unlessOnDocsPage =
  <Context>(play: (context: Context) => Promise<void>) =>
  async (context: Context): Promise<void> => {
    if (!isOnDocsPage()) await play(context)
  }

function isOnDocsPage(): boolean {
  return parent !== window && new URLSearchParams(parent.location.search).get('viewMode') === 'docs'
}
