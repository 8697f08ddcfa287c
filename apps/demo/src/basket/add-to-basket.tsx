import { useState, type ReactNode } from 'react'
import type { Plant } from '../plants/plants.ts'
import { useBasket } from './basket.tsx'

export function AddToBasket({ plant }: { readonly plant: Plant }): ReactNode {
  const { add, pieces } = useBasket()
  const [hasAdded, setAdded] = useState(false)
  return (
    <div className="add">
      <button
        type="button"
        className="button"
        onClick={() => {
          add(plant.slug)
          setAdded(true)
        }}
      >
        Add to basket
      </button>
      <p role="status">{hasAdded && `In your basket: ${pieces.get(plant.slug) ?? 0}`}</p>
    </div>
  )
}
