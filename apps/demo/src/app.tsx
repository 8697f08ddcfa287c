import { ConsentBanner, ConsentProvider, GatedChat, Preferences } from '@askfirst/react'
import type { ReactNode } from 'react'
import { BasketProvider } from './basket/basket.tsx'
import { DemoNote } from './chat/demo-note.tsx'
import { MailLink } from './chat/mail-link.tsx'
import { chat, vendors } from './chat/vendors.ts'
import { messages } from './messages.ts'
import { pageOf } from './page-of.tsx'
import { useForgottenPlants } from './recently-viewed/use-forgotten-plants.ts'
import { usePageFocus } from './routing/use-page-focus.ts'
import { usePath } from './routing/path.ts'
import { Footer } from './shell/footer.tsx'
import { Header } from './shell/header.tsx'

/** The shop remembers the plants a visitor looked at, which needs a yes of its own. */
const categories = ['functional']

export function App(): ReactNode {
  return (
    <ConsentProvider vendors={vendors} categories={categories} messages={messages}>
      <BasketProvider>
        <Shop />
      </BasketProvider>
      <ConsentBanner />
      <Preferences />
    </ConsentProvider>
  )
}

function Shop(): ReactNode {
  const path = usePath()
  const { title, content } = pageOf(path)
  usePageFocus(path, title)
  useForgottenPlants()
  return (
    <>
      <a className="skip-link" href="#content">
        Skip to the content
      </a>
      <Header />
      <DemoNote />
      <main id="content" tabIndex={-1}>
        {content}
      </main>
      <Footer />
      {path !== '/help' && <GatedChat vendor={chat.id} fallback={<MailLink />} />}
    </>
  )
}
