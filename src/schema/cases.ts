import type { AuthoredRecord } from './record.ts'

/** A whole person to look at: a published case as its authors told it, or one made up for teaching. */
export interface SampleCase {
  readonly id: string
  readonly kind: 'published' | 'teaching'
  readonly title: string
  readonly record: AuthoredRecord
}

/** `cases.json`: the cases of `cases/`, for whoever wants to open one. Expected results stay with the tests. */
export interface CasesFile {
  readonly version: string
  readonly cases: readonly SampleCase[]
}

/** `cases-list.json`: what a case is chosen by, without the case. */
export interface CasesList {
  readonly version: string
  readonly cases: readonly (Omit<SampleCase, 'record'> & Pick<AuthoredRecord, 'age' | 'sex'>)[]
}
