import type { ReactNode } from 'react'
import { Link } from '../routing/link.tsx'
import type { Plant } from './plants.ts'
import { priceOf } from './price.ts'

export function PlantCard({ plant }: { readonly plant: Plant }): ReactNode {
  return (
    <article className="card">
      <img className="picture" src={plant.picture} alt="" width="480" height="480" />
      <h3>
        <Link to={`/products/${plant.slug}`}>{plant.name}</Link>
      </h3>
      <p className="botanical" lang="la">
        {plant.botanical}
      </p>
      <p>{plant.summary}</p>
      <p className="price">{priceOf(plant.pence)}</p>
    </article>
  )
}
