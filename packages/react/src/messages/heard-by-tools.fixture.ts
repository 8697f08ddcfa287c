import { heuristic } from './tool-languages.fixture.ts'

/** What autoconsent's heuristic exports. */
interface Heuristic {
  readonly classifyButtonTextRegex: (text: string) => 'reject' | 'settings' | 'accept' | 'acknowledge' | 'other'
  readonly checkHeuristicPatterns: (text: string) => { readonly patterns: readonly string[] }
}

const { classifyButtonTextRegex, checkHeuristicPatterns } = (await import(
  /* @vite-ignore */ heuristic.pathname
)) as Heuristic

/** What it takes a button for. */
export const classOf = classifyButtonTextRegex

/** The words by which it takes a text for a banner. */
export const triggersIn = (text: string): readonly string[] => checkHeuristicPatterns(text).patterns
