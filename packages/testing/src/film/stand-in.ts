import { svg, type StandInAnswer } from '../serve/message.ts'

/**
 * A still picture in the place of a film's player. No script and no style, only attributes: it stands under any policy,
 * stores nothing and contacts nobody.
 */
const still = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360" preserveAspectRatio="xMidYMid slice" lang="en">
  <title>Film (stand-in)</title>
  <rect width="640" height="360" fill="#18332a"/>
  <circle cx="320" cy="400" r="290" fill="#21473a"/>
  <g fill="none" stroke="#8cc9a4" stroke-width="7" stroke-linecap="round">
    <path d="M320 370C316 300 306 250 262 196"/>
    <path d="M320 370c8-62 26-104 74-140"/>
  </g>
  <path d="M262 196c-66-6-98-48-102-106 58 0 106 26 102 106z" fill="#4f9d74"/>
  <path d="M262 196c-30-44-62-78-102-106" stroke="#18332a" stroke-width="3" fill="none"/>
  <path d="M394 230c4-66 44-102 108-108 2 58-30 112-108 108z" fill="#77bd92"/>
  <path d="M394 230c34-46 68-80 108-108" stroke="#18332a" stroke-width="3" fill="none"/>
  <circle cx="320" cy="176" r="42" fill="#fff"/>
  <path d="M307 154v44l37-22z" fill="#18332a"/>
  <rect y="316" width="640" height="44" fill="#0d1f19"/>
  <text x="320" y="344" fill="#fff" font-family="system-ui, sans-serif" font-size="17" text-anchor="middle">A stand-in for a film. Nobody else is contacted.</text>
</svg>
`

/** Answers any address of the player. */
export const answerWithFilm = (): StandInAnswer => svg(still)
