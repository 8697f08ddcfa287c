export { conformance, type ConformanceOptions } from './conformance/conformance.ts'
export type { ConformancePage, SubjectOptions } from './conformance/subject.ts'
