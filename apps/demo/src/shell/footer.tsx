import { PreferencesTrigger } from '@askfirst/react'
import type { ReactNode } from 'react'
import { MailLink } from '../chat/mail-link.tsx'
import { plants } from '../plants/plants.ts'
import { Link } from '../routing/link.tsx'

const safeForPets = plants.filter(({ pets }) => pets.startsWith('Safe'))

export function Footer(): ReactNode {
  return (
    <footer className="footer">
      <div>
        <h2>Safe for cats and dogs</h2>
        <ul>
          {safeForPets.map(({ slug, name }) => (
            <li key={slug}>
              <Link to={`/products/${slug}`}>{name}</Link>
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h2>Questions</h2>
        <ul>
          <li>
            <MailLink />
          </li>
          <li>
            <Link to="/help">Help and chat</Link>
          </li>
        </ul>
      </div>
      <div>
        <h2>Privacy</h2>
        <ul>
          <li>
            <Link to="/privacy">What is stored, and by whom</Link>
          </li>
          <li>
            <PreferencesTrigger />
          </li>
        </ul>
      </div>
      <p>Tendril Street is made up. Nothing here is for sale.</p>
    </footer>
  )
}
