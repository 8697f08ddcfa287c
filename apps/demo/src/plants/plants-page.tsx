import type { ReactNode } from 'react'
import { RecentlyViewed } from '../recently-viewed/recently-viewed.tsx'
import { Link } from '../routing/link.tsx'
import { PlantCard } from './plant-card.tsx'
import { plants } from './plants.ts'

export function PlantsPage(): ReactNode {
  return (
    <>
      <div className="hero">
        <div>
          <h1 tabIndex={-1}>Houseplants that want to live with you</h1>
          <p className="lead">
            Eight plants we would trust a beginner with, potted and packed by hand. Not sure which one suits your room?{' '}
            <Link to="/help">Ask our plant team</Link>.
          </p>
        </div>
        <div className="sill" aria-hidden="true">
          {plants
            .filter(({ slug }) => ['snake-plant', 'monstera', 'bunny-ear-cactus'].includes(slug))
            .map(({ slug, picture }) => (
              <img key={slug} src={picture} alt="" width="480" height="480" />
            ))}
        </div>
      </div>
      <section aria-labelledby="all-plants">
        <h2 id="all-plants">All plants</h2>
        <ul className="cards">
          {plants.map((plant) => (
            <li key={plant.slug}>
              <PlantCard plant={plant} />
            </li>
          ))}
        </ul>
      </section>
      <RecentlyViewed />
    </>
  )
}
