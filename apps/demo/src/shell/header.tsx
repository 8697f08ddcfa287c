import type { ReactNode } from 'react'
import { useBasket } from '../basket/basket.tsx'
import { Link } from '../routing/link.tsx'
import { Logo } from './logo.tsx'

export function Header(): ReactNode {
  const { count } = useBasket()
  return (
    <header className="header">
      <Link to="/" className="brand" aria-label="Tendril Street, home">
        <Logo />
        Tendril Street
      </Link>
      <nav aria-label="Main">
        <ul>
          <li>
            <Link to="/">Plants</Link>
          </li>
          <li>
            <Link to="/help">Help</Link>
          </li>
          <li>
            <Link to="/privacy">Privacy</Link>
          </li>
          <li>
            <Link to="/basket">
              Basket <span className="badge">{count}</span>
            </Link>
          </li>
        </ul>
      </nav>
    </header>
  )
}
