/**
 * 8. The names that two public write-ups give, S2 and S4, each against the other and against a crawl (facts 2.1).
 * @param {import('../switches.ts').KustomerSwitches['cookies']} cookies
 */
function setClaimedCookies(cookies) {
  const year = '; path=/; max-age=31536000; samesite=lax'
  if (cookies === 'consentstack') document.cookie = `kustomer-identity=stand-in${year}`
  if (cookies !== 'flowconsent') return
  document.cookie = 'kustomer-session-id=stand-in; path=/; samesite=lax'
  for (const name of ['kustomer-client-id', 'kustomer-visitor-id']) document.cookie = `${name}=stand-in${year}`
}
