import type { ReactNode } from 'react'
import { MailLink } from '../chat/mail-link.tsx'
import { plants } from '../plants/plants.ts'
import { priceOf } from '../plants/price.ts'
import { Link } from '../routing/link.tsx'
import { useBasket } from './basket.tsx'

export function BasketPage(): ReactNode {
  const { pieces, remove } = useBasket()
  const chosen = plants.flatMap((plant) => {
    const number = pieces.get(plant.slug)
    return number ? [{ plant, number }] : []
  })
  const total = chosen.reduce((sum, { plant, number }) => sum + plant.pence * number, 0)
  return (
    <>
      <h1 tabIndex={-1}>Basket</h1>
      <p role="status">
        {chosen.length > 0 ? `In all ${priceOf(total)}, with delivery.` : 'There is nothing in your basket.'}
      </p>
      {chosen.length > 0 ? (
        <>
          <ul className="basket">
            {chosen.map(({ plant, number }) => (
              <li key={plant.slug}>
                <img className="thumbnail" src={plant.picture} alt="" width="64" height="64" />
                <span>
                  <Link to={`/products/${plant.slug}`}>{plant.name}</Link>
                  <br />
                  {number} × {priceOf(plant.pence)}
                </span>
                <button type="button" className="button quiet" onClick={() => remove(plant.slug)}>
                  Remove <span className="visually-hidden">{plant.name}</span>
                </button>
              </li>
            ))}
          </ul>
          <p>
            This demo has no checkout. A shop like this one would take the order at <MailLink />.
          </p>
        </>
      ) : (
        <p>
          <Link to="/">See all plants</Link>
        </p>
      )}
    </>
  )
}
