import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { UNDATED } from '../../src/core/day.ts'
import type { Fact, PersonRecord } from '../../src/core/record.ts'
import type { RuleNode } from '../../src/schema/engine.ts'
import { sqlOf } from '../../src/targets/sql/index.ts'
import { answers, DATABASES, type Database, judged, loadRecords, makeTables, prepareAll } from '../support/databases.ts'
import { makeEngine, VOCABULARY } from '../support/engine.ts'

/** Whatever stands in the ids, keys, values and words of a rule, the statement asks that and nothing else. */
const NASTY = [
  `it's "quoted" \`so\``,
  `'; DROP TABLE scansion_fact; --`,
  `"; DROP TABLE scansion_fact; --`,
  `back\\slash\\`,
  `a\nDROP TABLE scansion_fact;\n--`,
  `*/ /* $1 :x ? \${y} %s`,
  `é ü 中 ${'long '.repeat(40)}`,
  'person',
]

describe.each(Object.entries(DATABASES))('on %s', (_, open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
    await makeTables(database)
  })
  afterAll(() => database.close())

  it.each(NASTY)('%j is a name like any other', async (nasty) => {
    const when: RuleNode = {
      kind: 'all',
      label: nasty,
      of: [
        { kind: 'finding', key: nasty, time: 'ever', method: nasty, site: nasty, label: nasty },
        { kind: 'one-of', key: 'heavy-chain', time: 'ever', values: [nasty] },
        { kind: 'course', with: [nasty], for: [nasty], sources: [{ work: nasty, at: nasty }] },
      ],
    }
    const id = `${nasty} rule`
    const engine = makeEngine({
      findings: { ...VOCABULARY, [nasty]: { label: nasty, kind: 'finding' } },
      rules: {
        [id]: { id, title: nasty, sources: [{ work: nasty, at: nasty }], when },
        above: { id: 'above', title: nasty, sources: [], when: { kind: 'not', of: [{ kind: 'rule', id }] } },
      },
    })
    const said: Fact = { key: nasty, status: 'present', method: nasty, site: nasty, when: null, ...UNDATED, at: 'a' }
    const record = (choice: string): PersonRecord => ({
      id: nasty,
      facts: [said, { key: 'heavy-chain', choice, when: null, ...UNDATED, at: 'b' }],
      courses: [{ for: nasty, with: [nasty], start: UNDATED, when: null, at: 'c' }],
      complete: [],
      relativeOnly: false,
      problems: [],
    })
    const prepared = prepareAll(engine, [
      { record: record(nasty), asOf: Infinity },
      { record: record('IgA'), asOf: Infinity },
    ])
    await loadRecords(database, prepared)
    const found = await answers(database, sqlOf(engine, ['above', id], database.dialect))
    expect(found.map((values) => values.get(id))).toEqual([true, false])
    expect(found).toEqual(judged(prepared, ['above', id]))
    expect(await database.run('SELECT COUNT(*) AS n FROM scansion_fact')).toHaveLength(1)
  })
})
