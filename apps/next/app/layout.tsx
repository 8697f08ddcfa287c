import '../styles/layers.css'
import '@askfirst/react/styles.css'
import '../styles/tokens.css'
import '../styles/base.css'
import '../styles/help.css'
import type { Metadata } from 'next'
import type { ReactNode } from 'react'

export const metadata: Metadata = {
  title: { default: 'Help | Tendril Street', template: '%s | Tendril Street' },
  description: 'The help centre of a made-up houseplant shop, which shows Askfirst in the Next.js App Router.',
  icons: { icon: 'data:,' },
}

export default function RootLayout({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <html lang="en" suppressHydrationWarning>
      <body>{children}</body>
    </html>
  )
}
