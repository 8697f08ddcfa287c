/**
 * The hosts that belong to a chat key. Its payload names the organisation and the pod (facts 2.2, 2.4). A script that does
 * not come from the vendor's own host belongs to a dev server, which serves everything under one path.
 * @param {string} scriptUrl
 * @param {string} key
 * @returns {import('../page.ts').KustomerHosts}
 */
function kustomerHosts(scriptUrl, key) {
  const cdn = new URL('.', scriptUrl)
  if (cdn.hostname !== 'cdn.kustomerapp.com') {
    const realtime = new URL('../realtime', cdn)
    realtime.protocol = realtime.protocol.replace('http', 'ws')
    return { cdn: cdn.href, api: new URL('..', cdn).href.replace(/\/$/, ''), realtime: realtime.href }
  }
  const payload = (key.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')
  const { orgName, pod } = JSON.parse(atob(payload))
  const region = pod && pod !== 'prod1' ? `.${pod}` : ''
  return { cdn: cdn.href, api: `https://${orgName}.api${region}.kustomerapp.com`, realtime: 'wss://ps.pndsn.com' }
}
