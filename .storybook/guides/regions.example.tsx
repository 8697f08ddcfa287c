import { policyOf } from '@askfirst/core/policies'
import { ConsentBanner, ConsentProvider, Preferences, PreferencesTrigger, useVendor } from '@askfirst/react'
import { kayako } from '@askfirst/vendors/kayako'

const vendors = [kayako({ subdomain: 'acme' })] as const

/** `region` comes from your server: 'DE', 'US-CA', or null where nobody knows. */
export function Shop({ region }: { readonly region: string | null }) {
  return (
    <ConsentProvider vendors={vendors} policy={policyOf(region)}>
      <ConsentBanner />
      <main>
        <h1>Acme Outdoor</h1>
        <WhetherTheChatIsAllowed />
      </main>
      <PreferencesTrigger />
      <Preferences />
    </ConsentProvider>
  )
}

function WhetherTheChatIsAllowed() {
  const { allowed, reason } = useVendor('kayako').permission
  return <p>{allowed ? `The chat may load (${reason}).` : `The chat may not load (${reason}).`}</p>
}
