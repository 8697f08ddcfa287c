import type { ReactNode } from 'react'
import { AddToBasket } from '../basket/add-to-basket.tsx'
import { PlantFilm } from '../films/plant-film.tsx'
import { RecentlyViewed } from '../recently-viewed/recently-viewed.tsx'
import { Link } from '../routing/link.tsx'
import type { Plant } from './plants.ts'
import { priceOf } from './price.ts'

export function PlantPage({ plant }: { readonly plant: Plant }): ReactNode {
  return (
    <>
      <article className="product">
        <img className="picture" src={plant.picture} alt={plant.alt} width="480" height="480" />
        <div>
          <h1 tabIndex={-1}>{plant.name}</h1>
          <p className="botanical" lang="la">
            {plant.botanical}
          </p>
          <p className="price">{priceOf(plant.pence)}</p>
          <p>{plant.about}</p>
          <dl className="facts">
            <dt>Light</dt>
            <dd>{plant.light}</dd>
            <dt>Water</dt>
            <dd>{plant.water}</dd>
            <dt>Size</dt>
            <dd>{plant.size}</dd>
            <dt>Pets</dt>
            <dd>{plant.pets}</dd>
          </dl>
          <AddToBasket key={plant.slug} plant={plant} />
          <p>
            Unsure about your light? <Link to="/help">Ask us</Link> before you buy.
          </p>
        </div>
      </article>
      {plant.film && <PlantFilm film={plant.film} />}
      <RecentlyViewed viewing={plant.slug} />
    </>
  )
}
