import Link from 'next/link'
import type { ReactNode } from 'react'

const ways = [
  ['/repotting', 'Repotting', 'When roots show at the bottom, and how to do it without a mess.'],
  ['/parcel', 'Your parcel', 'Where it is, and what happens when nobody is at home.'],
  ['/answers', 'Answers of today', 'What our plant team has been asked since this morning.'],
] as const

export default function HelpPage(): ReactNode {
  return (
    <>
      <h1>How can we help?</h1>
      <p className="lead">Three quarters of all questions are answered below. For the rest there are people.</p>
      <ul className="cards">
        {ways.map(([href, title, text]) => (
          <li key={href} className="card">
            <h2>
              <Link href={href}>{title}</Link>
            </h2>
            <p>{text}</p>
          </li>
        ))}
      </ul>
      <h2>Ask a person</h2>
      <p>
        Press “Start chat” in the corner: Monday to Friday, 9:00 to 17:00. The chat is a service of another company, so
        it asks first. Or write to <a href="mailto:help@tendril-street.example">help@tendril-street.example</a>.
      </p>
    </>
  )
}
