import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { assess } from '../src/assess/assess.ts'
import type { Assessment } from '../src/schema/assessment.ts'
import { publishedCases, readCase } from './support/cases.ts'
import { realEngine } from './support/real.ts'

const TODAY = '2026-11-25'
const engine = realEngine()
const expected: Readonly<Record<string, Readonly<Record<string, string>>>> = parse(
  readFileSync(fileURLToPath(new URL('../cases/published/expected.yaml', import.meta.url)), 'utf8'),
)

/** The verdict of every set, in the shape of `expected.yaml`. */
function verdicts({ criteria }: Assessment): Readonly<Record<string, string>> {
  const grade = criteria.find((set) => set.id === 'mayo-2007')?.grade
  return { ...Object.fromEntries(criteria.map((set) => [set.id, set.value])), ...(grade && { grade }) }
}

describe('published cases', () => {
  const paths = publishedCases()

  it('are the 39 of which each has an expectation for every set', () => {
    expect(paths.map((path) => path.replace(/.*\/|\.json/g, ''))).toEqual(Object.keys(expected).sort())
    const sets = [...engine.knowledge.settings.criteria].sort()
    for (const wanted of Object.values(expected)) {
      expect(
        Object.keys(wanted)
          .filter((name) => name !== 'why' && name !== 'grade')
          .sort(),
      ).toEqual(sets)
    }
  })

  it.each(paths)('%s', (path) => {
    const { record, problems } = readCase(path, engine)
    expect(problems).toEqual([])
    const assessment = assess(engine, record, { today: TODAY })
    const { why: _why, ...wanted } = expected[record.id] ?? {}
    expect(verdicts(assessment)).toEqual(wanted)
    expect(assessment.problems).toEqual([])
  })
})
