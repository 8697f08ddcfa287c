import { GatedFrame } from '@askfirst/react'
import type { ReactNode } from 'react'
import { filmVendor, playerOf } from './film-vendor.ts'

export interface Film {
  /** Its name at YouTube; made up, as the shop is. */
  readonly id: string
  readonly title: string
  /** What it shows, for those who read rather than watch. */
  readonly text: string
}

export function PlantFilm({ film: { id, title, text } }: { readonly film: Film }): ReactNode {
  return (
    <section aria-labelledby="film" className="film">
      <h2 id="film">{title}</h2>
      <p>{text}</p>
      <GatedFrame
        vendor={filmVendor.id}
        src={playerOf(id)}
        title={title}
        allow="fullscreen"
        sandbox="allow-scripts allow-same-origin allow-presentation"
        fallback={
          <a href={`https://www.youtube.com/watch?v=${id}`} rel="noreferrer">
            Watch it on YouTube
          </a>
        }
      />
    </section>
  )
}
