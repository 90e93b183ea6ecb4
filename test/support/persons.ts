import { assess } from '../../src/assess/index.ts'
import type { Engine, PersonRecord } from '../../src/core/index.ts'
import type { Person } from '../../src/documents/index.ts'
import { guideFile } from '../../src/load/files/guide.ts'
import type { GuideFile } from '../../src/schema/index.ts'
import { publishedCases, readCase, teachingCases } from './cases.ts'
import { realEngine, realKnowledge } from './real.ts'
import { type Given, recordOf } from './record.ts'

const TODAY = '2026-11-25'

/** The words of the documents, from the knowledge of this repository. */
export function realGuide(): GuideFile {
  return guideFile(realKnowledge(), 'en', 'test')
}

/** A record with what Scansion says about it. */
export function personOf(record: PersonRecord, engine: Engine = realEngine(), asOf?: string): Person {
  return { record, assessment: assess(engine, record, { today: TODAY, asOf }) }
}

/** Two years after treatment: most sections have something to say. */
export const TREATED: Given = {
  sex: 'female',
  'poems-syndrome': 'present on 2024-05-20',
  polyneuropathy: 'present on 2024-03-01',
  'm-protein-ife': ['present on 2024-05-02', 'absent on 2025-11-01'],
  'light-chain': 'lambda on 2024-05-02',
  'vegf-plasma': [
    '480 pg/mL limit 96.2 on 2024-05-02',
    '210 pg/mL limit 96.2 on 2024-10-01',
    '58 pg/mL limit 96.2 on 2025-11-01',
    '64 pg/mL limit 96.2 on 2026-05-01',
    '118 pg/mL limit 96.2 on 2026-10-01',
  ],
  'vegf-serum': ['2900 pg/mL limit 500 on 2024-05-02', '300 pg/mL limit 500 on 2025-11-01'],
  platelets: ['610 10*9/L limit 150-400 on 2024-05-02', '241 10*9/L limit 150-400 on 2026-10-01'],
  'm-protein': ['0.4 g/dL on 2024-05-02', '< 0.1 g/dL on 2025-11-01'],
  tsh: '6.1 m[IU]/L limit 0.4-4 on 2024-05-02',
  testosterone: '180 ng/dL limit 240-950 on 2024-05-02',
  onls: ['6 on 2024-05-02', '3 on 2025-11-01'],
  'pleural-effusion': ['present on 2024-05-02', 'absent on 2025-11-01'],
  splenomegaly: 'present on 2024-05-02',
  papilledema: 'present on 2024-06-01',
  'peripheral-edema': 'present on 2024-03-01',
  course: [
    'cidp with ivig response none from 2023-05 to 2023-11',
    'poems with lenalidomide, corticosteroids response partial line 1 from 2024-06-01 to 2024-10-01',
    'poems with melphalan, asct response good line 2 from 2024-11-05 to 2024-11-05',
  ],
}

/** The person of `TREATED`, or of anything else in the notation of the examples. */
export function made(given: Given = TREATED, more: Partial<PersonRecord> = {}): Person {
  const engine = realEngine()
  return personOf(recordOf(given, engine, { id: 'made-up', ...more }), engine)
}

/** Every teaching case and every published case, each with its name. */
export function cases(): readonly (readonly [string, Person])[] {
  const engine = realEngine()
  return [...teachingCases(), ...publishedCases()].map((path) => [
    path,
    personOf(readCase(path, engine).record, engine),
  ])
}
