import { describe, expect, it } from 'vitest'
import { compileRules } from '../../src/core/compile.ts'
import type { RuleNode } from '../../src/schema/engine.ts'
import { codeMaskSqlOf } from '../../src/targets/sql/index.ts'
import { DATABASES } from '../support/databases.ts'
import { makeEngine } from '../support/engine.ts'

/** Forty findings, so that the masks have more than one pair of words, and the last bit of a word is used. */
const KEYS = Array.from({ length: 40 }, (_, i) => `f${i}`)
const of = KEYS.map((key): RuleNode => ({ kind: 'finding', key, time: 'ever' }))
const engine = makeEngine({
  findings: Object.fromEntries(KEYS.map((key) => [key, { label: key, kind: 'finding' }])),
  rules: {
    any: { id: 'any', title: 'any', sources: [], when: { kind: 'any', of } },
    two: { id: 'two', title: 'two', sources: [], when: { kind: 'at-least', n: 2, of } },
  },
})

describe.each(Object.entries(DATABASES))('code sets on %s', (_, open) => {
  it('are bits of present and absent, each code once, whatever it is called', async () => {
    const database = await open()
    const rules = compileRules(engine, ['any', 'two'])
    const sets = [
      { leaf: 31, says: 'present', codes: ["it's", 'b'] },
      { leaf: 33, says: 'present', codes: ['b', 'c'] },
      ...KEYS.map((_key, leaf) => ({ leaf, says: 'absent' as const, codes: ['none'] })),
    ] as const
    const { text, columns } = codeMaskSqlOf(
      sets,
      40,
      { table: 'my events', person: 'who', code: 'what' },
      database.dialect,
    )
    await database.run('CREATE TABLE "my events" ("who" INTEGER, "what" VARCHAR(9))')
    await database.run(
      `INSERT INTO "my events" VALUES (1, 'it''s'), (1, 'it''s'), (2, 'b'), (3, 'none'), (4, 'it''s'), (4, 'c'), (5, 'other')`,
    )
    const found = new Map<number, unknown>()
    for (const row of await database.run(text)) {
      const masks = Int32Array.from(columns, (column) => Number(row[column]))
      found.set(Number(row.person), [rules.value('any', masks), rules.value('two', masks)])
    }
    await database.close()
    expect(Object.fromEntries(found)).toEqual({
      1: [true, 'unknown'],
      2: [true, true],
      3: [false, false],
      4: [true, true],
    })
  })
})
