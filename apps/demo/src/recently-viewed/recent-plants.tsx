import { useEffect, type ReactNode } from 'react'
import { plants } from '../plants/plants.ts'
import { Link } from '../routing/link.tsx'
import { readPlants, rememberPlant } from './stored-plants.ts'

/** Rendered only while "Functional" is granted. */
export function RecentPlants({ viewing }: { readonly viewing: string | undefined }): ReactNode {
  useEffect(() => {
    if (viewing) rememberPlant(viewing)
  }, [viewing])

  const recent = readPlants().flatMap((slug) => plants.filter((plant) => plant.slug === slug && slug !== viewing))
  if (recent.length === 0) return <p>Plants you look at will be listed here, and kept in this browser only.</p>
  return (
    <ul className="recent-plants">
      {recent.slice(0, 4).map(({ slug, name, picture }) => (
        <li key={slug}>
          <Link to={`/products/${slug}`}>
            <img className="thumbnail" src={picture} alt="" width="64" height="64" />
            {name}
          </Link>
        </li>
      ))}
    </ul>
  )
}
