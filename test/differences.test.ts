import { describe, expect, it } from 'vitest'
import { assess } from '../src/assess/assess.ts'
import type { PersonRecord } from '../src/core/record.ts'
import type { CriteriaResult } from '../src/schema/assessment.ts'
import { readCase } from './support/cases.ts'
import { realEngine } from './support/real.ts'
import { factsOf, type Given, recordOf } from './support/record.ts'

/**
 * How the sets differ: seven persons of whom everything is known. What a row does not name is stated absent, so that
 * no set may say that it cannot tell, but for a measurement that was not made.
 */
const engine = realEngine()
const options = { today: '2026-11-25' }

const ROWS: readonly {
  readonly name: string
  readonly given: Given
  readonly sets: Readonly<Record<string, string>>
}[] = [
  {
    name: '1: IgA lambda, serum VEGF 3000, oedema, pigmentation',
    given: {
      polyneuropathy: 'present',
      'm-protein-ife': 'present',
      'heavy-chain': 'IgA',
      'light-chain': 'lambda',
      'vegf-serum': '3000 pg/mL',
      'peripheral-edema': 'present',
      hyperpigmentation: 'present',
    },
    sets: {
      'bardwick-1980': 'met',
      'mayo-2003': 'met',
      'mayo-2007': 'met strong',
      'chiba-2019': 'met',
      'mhlw-2015': 'met definite',
      'castleman-variant': 'not-met',
    },
  },
  {
    name: '2: IgG lambda, VEGF 3000, hypogonadism, platelets up',
    given: {
      polyneuropathy: 'present',
      'm-protein-ife': 'present',
      'heavy-chain': 'IgG',
      'light-chain': 'lambda',
      'vegf-serum': '3000 pg/mL',
      hypogonadism: 'present',
      thrombocytosis: 'present',
    },
    sets: {
      'bardwick-1980': 'met',
      'mayo-2003': 'met',
      'mayo-2007': 'met strong',
      'chiba-2019': 'not-met',
      'mhlw-2015': 'met definite',
      'castleman-variant': 'not-met',
    },
  },
  {
    name: '3: IgG lambda, VEGF normal, sclerotic lesion, spleen',
    given: {
      polyneuropathy: 'present',
      'm-protein-ife': 'present',
      'heavy-chain': 'IgG',
      'light-chain': 'lambda',
      'vegf-serum': '300 pg/mL limit 500',
      'sclerotic-bone-lesion': 'present',
      splenomegaly: 'present',
    },
    sets: {
      'bardwick-1980': 'met',
      'mayo-2003': 'met',
      'mayo-2007': 'met moderate',
      'chiba-2019': 'not-met',
      'mhlw-2015': 'not-met possible',
      'castleman-variant': 'not-met',
    },
  },
  {
    name: '4: IgG kappa, diabetes only, VEGF not stated, no lesion',
    given: {
      polyneuropathy: 'present',
      'm-protein-ife': 'present',
      'heavy-chain': 'IgG',
      'light-chain': 'kappa',
      'diabetes-mellitus': 'present',
    },
    sets: {
      'bardwick-1980': 'met',
      'mayo-2003': 'met',
      'mayo-2007': 'not-met',
      'chiba-2019': 'not-met',
      'mhlw-2015': 'undetermined none–definite',
      'castleman-variant': 'not-met',
    },
  },
  {
    name: '5: a clone not found, VEGF 5000, ascites',
    given: { polyneuropathy: 'present', 'vegf-serum': '5000 pg/mL', ascites: 'present' },
    sets: {
      'bardwick-1980': 'not-met',
      'mayo-2003': 'not-met',
      'mayo-2007': 'not-met',
      'chiba-2019': 'not-met',
      'mhlw-2015': 'met probable',
      'castleman-variant': 'not-met',
    },
  },
  {
    name: '6: Castleman histology with its node, no clone, no neuropathy, ascites, pigmentation',
    given: {
      'castleman-histology': 'present',
      lymphadenopathy: 'present',
      ascites: 'present',
      hyperpigmentation: 'present',
    },
    sets: {
      'bardwick-1980': 'not-met',
      'mayo-2003': 'not-met',
      'mayo-2007': 'not-met',
      'chiba-2019': 'not-met',
      'mhlw-2015': 'not-met none',
      'castleman-variant': 'met',
    },
  },
  {
    name: '7: IgM kappa, anti-MAG, serum VEGF 600 with a limit of 500, leg oedema',
    given: {
      polyneuropathy: 'present',
      'm-protein-ife': 'present',
      'heavy-chain': 'IgM',
      'light-chain': 'kappa',
      'anti-mag-antibody': 'present',
      'vegf-serum': '600 pg/mL limit 500',
      'peripheral-edema': 'present',
    },
    sets: {
      'bardwick-1980': 'not-met',
      'mayo-2003': 'met',
      'mayo-2007': 'met weak',
      'chiba-2019': 'not-met',
      'mhlw-2015': 'not-met none',
      'castleman-variant': 'not-met',
    },
  },
]

/** The facts of a row, and the stated absence of every other key that can be present or absent. */
function allElseAbsent(given: Given): Given {
  const others = Object.entries(engine.knowledge.findings)
    .filter(([key, { kind }]) => kind !== 'measurement' && kind !== 'choice' && !Object.hasOwn(given, key))
    .map(([key]) => [key, 'absent'])
  return { ...Object.fromEntries(others), ...given }
}

function told({ value, grade, category }: CriteriaResult): string {
  const tier = category && (category.low === category.high ? category.low : `${category.low}–${category.high}`)
  return [value, grade, tier].filter((part) => part !== undefined).join(' ')
}

function setsOf(record: PersonRecord, ids: readonly string[]): Readonly<Record<string, string>> {
  const { criteria } = assess(engine, record, options)
  return Object.fromEntries(criteria.filter((set) => ids.includes(set.id)).map((set) => [set.id, told(set)]))
}

describe('how the sets differ', () => {
  it.each(ROWS.map((row) => [row.name, row] as const))('row %s', (_, { given, sets }) => {
    expect(setsOf(recordOf(allElseAbsent(given), engine), Object.keys(sets))).toEqual(sets)
  })

  it('row 5 asks for what was not found, and does not close the question', () => {
    const { conclusion } = assess(engine, recordOf(allElseAbsent(ROWS[4]?.given ?? {}), engine), options)
    expect(conclusion.statement).toContain('does not exclude')
    expect(conclusion.statement).toContain('immunofixation')
  })

  it('row 7 says that POEMS is unlikely', () => {
    const { conclusion } = assess(engine, recordOf(allElseAbsent(ROWS[6]?.given ?? {}), engine), options)
    expect(conclusion.statement).toContain('only on weak evidence')
    expect(conclusion.statement).toContain('POEMS is unlikely')
  })
})

describe('two facts added to a mimic', () => {
  it.each([
    ['mimic-038', { 'vegf-serum': '1200 pg/mL', 'peripheral-edema': 'present site legs' }],
    ['mimic-027', { 'vegf-serum': '600 pg/mL limit 500', 'peripheral-edema': 'present' }],
  ] as const)('%s reaches weak and no more', (name, added) => {
    const { record } = readCase(`cases/published/${name}.json`, engine)
    expect(setsOf(record, ['mayo-2007'])['mayo-2007']).toBe('undetermined')
    const more: PersonRecord = { ...record, facts: [...record.facts, ...factsOf(added, engine)] }
    const { conclusion } = assess(engine, more, options)
    expect([conclusion.value, conclusion.grade]).toEqual(['met', 'weak'])
    expect(conclusion.statement).not.toMatch(/^met|criteria.* are met/i)
    expect(conclusion.statement).toContain('POEMS is unlikely')
  })
})
