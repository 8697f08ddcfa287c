import { useEffect } from 'react'
import { ConsentBanner, ConsentProvider, Preferences, PreferencesTrigger, useConsent } from '@askfirst/react'
import { kayako } from '@askfirst/vendors/kayako'

const vendors = [kayako({ subdomain: 'acme' })] as const
const categories = ['functional', 'analytics', 'marketing']

interface ShopProps {
  /** Which categories the old banner's cookies refuse. */
  readonly refused: (cookies: string) => readonly string[]
}

/** Keeps each old no. A yes is asked again: it was given to another list of companies. */
function OldRefusals({ refused }: ShopProps) {
  const { record, inDoubt, savePreferences } = useConsent()
  useEffect(() => {
    if (record || inDoubt) return
    const answers = refused(document.cookie).map((name) => [name, false] as const)
    if (answers.length > 0) savePreferences({ categories: Object.fromEntries(answers) }, 'api')
  }, [record, inDoubt, savePreferences, refused])
  return null
}

export function Shop({ refused }: ShopProps) {
  return (
    <ConsentProvider vendors={vendors} categories={categories}>
      <OldRefusals refused={refused} />
      <ConsentBanner />
      <main>Parcels leave our warehouse on the day you order.</main>
      <PreferencesTrigger />
      <Preferences />
    </ConsentProvider>
  )
}
