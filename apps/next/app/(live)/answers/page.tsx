import type { Metadata } from 'next'
import { Suspense, type ReactNode } from 'react'
import { Answers } from './answers.tsx'

export const metadata: Metadata = { title: 'Answers of today' }

interface AnswersPageProps {
  /** `?wait=5`: the seconds that the plant team takes. */
  readonly searchParams: Promise<{ readonly wait?: string }>
}

export default async function AnswersPage({ searchParams }: AnswersPageProps): Promise<ReactNode> {
  const { wait = '1' } = await searchParams
  return (
    <>
      <h1>Answers of today</h1>
      <p className="lead">What our plant team has been asked since this morning.</p>
      <Suspense fallback={<p role="status">Asking the plant team…</p>}>
        <Answers seconds={Number(wait)} />
      </Suspense>
    </>
  )
}
