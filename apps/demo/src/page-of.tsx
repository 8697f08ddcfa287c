import type { ReactNode } from 'react'
import { BasketPage } from './basket/basket-page.tsx'
import { HelpPage } from './help/help-page.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { PlantPage } from './plants/plant-page.tsx'
import { plants } from './plants/plants.ts'
import { PlantsPage } from './plants/plants-page.tsx'
import { PrivacyPage } from './privacy/privacy-page.tsx'

interface PageView {
  readonly title: string
  readonly content: ReactNode
}

export function pageOf(path: string): PageView {
  const slug = /^\/products\/([\w-]+)$/.exec(path)?.[1]
  const plant = plants.find((candidate) => candidate.slug === slug)
  if (plant) return { title: plant.name, content: <PlantPage plant={plant} /> }
  if (path === '/') return { title: 'Houseplants', content: <PlantsPage /> }
  if (path === '/basket') return { title: 'Basket', content: <BasketPage /> }
  if (path === '/help') return { title: 'Help', content: <HelpPage /> }
  if (path === '/privacy') return { title: 'Privacy', content: <PrivacyPage /> }
  return { title: 'Page not found', content: <NotFoundPage /> }
}
