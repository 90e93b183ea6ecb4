import { describe, expect, it } from 'vitest'
import { noticeOf } from './notice.ts'

const TEXT = `Preface

Notices
-------

ONE. First of
all.

TWO, THREE and FOUR are public.
`

describe('noticeOf', () => {
  it.each([
    ['ONE', 'ONE. First of all.'],
    ['THREE', 'TWO, THREE and FOUR are public.'],
    ['FOUR', 'TWO, THREE and FOUR are public.'],
    ['FIVE', undefined],
    ['First', undefined],
  ])('%s', (system, notice) => {
    expect(noticeOf(system, TEXT)).toBe(notice)
  })

  it.each(['SNOMED CT', 'LOINC', 'HPO', 'ICD-10-CM', 'ORPHA', 'NCIT', 'MONDO', 'RxNorm', 'ATC', 'UMLS', 'HCPCS'])(
    'NOTICE has words for %s',
    (system) => {
      expect(noticeOf(system)).toBeTruthy()
    },
  )
})
