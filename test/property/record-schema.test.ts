import fc from 'fast-check'
import { Compile } from 'typebox/compile'
import { describe, expect, it } from 'vitest'
import { readRecord } from '../../src/adapters/index.ts'
import { AuthoredRecord } from '../../src/schema/record.ts'
import { makeEngine, VOCABULARY } from '../support/engine.ts'

/**
 * The published schema and the reader are written apart: the schema for editors and other tools, the reader for speed
 * and for its words. What the one accepts the other must not call ill-shaped, and the other way round.
 */
const engine = makeEngine()
const schema = Compile(AuthoredRecord)

const junk = fc.oneof(
  fc.jsonValue({ maxDepth: 1 }),
  fc.constantFrom('', 'present', 'baseline', '2024', 0, -1, 1.5, true, null, [], {}),
)
const keys = fc.constantFrom(...Object.keys(VOCABULARY), 'nonsense')
const when = fc.constantFrom('2024-03-18', '2024', 'baseline', 'soon', 3, -60, 99_999, null)
const word = fc.constantFrom('serum', 'left', '')
const where = {
  when,
  specimen: word,
  method: word,
  site: word,
  explainedBy: word,
  author: word,
  note: fc.constantFrom('x', '', null),
}
const qualitative = fc.constantFrom('high', 'low', 'normal', null)
const response = fc.constantFrom('none', 'partial', 'good', 'worse', 'not stated', null)

/** An object of the given fields, each of them sometimes missing and seldom junk, with a stray one now and then. */
function loose(fields: Readonly<Record<string, fc.Arbitrary<unknown>>>, broken: fc.Arbitrary<unknown> = junk) {
  const arbitraries = Object.entries(fields).map(([name, good]) => {
    const value = fc.oneof({ weight: 40, arbitrary: good }, { weight: 1, arbitrary: broken })
    const weight = name === 'key' ? 20 : 2
    return fc.oneof(
      { weight, arbitrary: fc.tuple(fc.constant(name), value) },
      { weight: 1, arbitrary: fc.constant(undefined) },
    )
  })
  const stray = fc.oneof(
    { weight: 30, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom('unit', 'status', 'stray'), junk) },
  )
  return fc
    .tuple(...arbitraries, stray)
    .map((pairs) => Object.fromEntries(pairs.filter((pair) => pair !== undefined) as [string, unknown][]))
}

const finding = loose({
  key: keys,
  status: fc.constantFrom('present', 'absent', 'equivocal'),
  value: fc.constantFrom('lambda', 'IgA', 'cidp', 'other words', null),
  qualitative,
  ...where,
})
const measurement = loose({
  key: keys,
  value: fc.constantFrom(0, 12.5, 480, null),
  comparator: fc.constantFrom('<', '<=', '>', '>=', null),
  unit: fc.constantFrom('pg/mL', 'g/L', '10*9/L', 'nonsense', null),
  qualitative,
  referenceLow: fc.constantFrom(1, null),
  referenceHigh: fc.constantFrom(100, null),
  assay: word,
  ...where,
})
const treatment = fc.constantFrom('ivig', 'lenalidomide', 'nonsense')
const course = loose({
  for: fc.constantFrom('cidp', 'poems', 'nonsense', null),
  with: fc.array(treatment, { maxLength: 2 }),
  start: when,
  stop: when,
  line: fc.constantFrom(1, 2, null),
  response,
  note: where.note,
})
const treatedAs = loose({
  key: fc.constantFrom('cidp', 'nonsense'),
  treatment: fc.oneof(treatment, fc.constantFrom('not stated', null)),
  response,
  when,
  note: where.note,
})
const given = loose({ key: treatment, when, outcome: fc.constantFrom('good', '', null), note: where.note })
const complete = loose({ key: keys, from: fc.constantFrom('2023', 'soon'), to: fc.constantFrom('2024', '2022') })
const list = (item: fc.Arbitrary<unknown>) =>
  fc.array(fc.oneof({ weight: 30, arbitrary: item }, { weight: 1, arbitrary: junk }), { maxLength: 3 })
const record = fc.oneof(
  {
    weight: 50,
    arbitrary: loose({
      $schema: word,
      format: fc.constant('scansion.record/1'),
      id: word,
      title: word,
      age: fc.constantFrom(0, 46.5, null),
      birthDate: fc.constantFrom('1970-03-19', '1970-02-30', null),
      sex: fc.constantFrom('male', 'female', null),
      presentation: fc.constantFrom('2024-03-18', 'soon', null),
      onsetMonthsBeforeDiagnosis: fc.constantFrom(12, -1, null),
      findings: list(finding),
      measurements: list(measurement),
      courses: list(course),
      treatedAs: list(treatedAs),
      treatments: list(given),
      complete: list(complete),
      citation: junk,
      difficult: junk,
    }),
  },
  { weight: 1, arbitrary: junk },
)

describe('the reader and the published schema', () => {
  it('agree on the shape of a record', () => {
    let accepted = 0
    fc.assert(
      fc.property(record, (value) => {
        const { problems } = readRecord('a.json', value, engine)
        if (schema.Check(value)) {
          accepted++
          const shape = problems.filter(({ code }) => code.startsWith('field-') || code === 'record-not-object')
          expect(shape).toEqual([])
        } else {
          expect(problems).not.toEqual([])
        }
      }),
      { numRuns: 3000, seed: 20_261_125 },
    )
    // Both sides of the agreement were tried.
    expect(accepted).toBeGreaterThan(500)
    expect(accepted).toBeLessThan(2500)
  })

  it('agree on every field that is removed, or given another type', () => {
    const full = {
      id: 'x',
      age: 46,
      sex: 'male',
      presentation: '2024-03-18',
      findings: [{ key: 'papilledema', status: 'present', when: 'baseline', site: 'left', note: 'x' }],
      measurements: [
        { key: 'platelets', value: 512, unit: '10*9/L', comparator: '>', referenceHigh: 400, when: 0, assay: 'x' },
      ],
      courses: [{ for: 'cidp', with: ['ivig'], start: '2023', stop: '2024', line: 1, response: 'none', note: 'x' }],
      treatedAs: [{ key: 'gbs', treatment: 'ivig', response: 'worse', when: null, note: 'x' }],
      treatments: [{ key: 'radiotherapy', when: null, outcome: 'x', note: 'x' }],
      complete: [{ key: 'papilledema', from: '2023', to: '2024' }],
    }
    expect(readRecord('a.json', full, engine).problems).toEqual([])
    const junks = [undefined, null, true, 5, -5, 'words', [], {}, [null], ['words']]
    for (const path of pathsOf(full)) {
      for (const value of junks) {
        const changed = withValue(full, path, value)
        const { problems } = readRecord('a.json', changed, engine)
        const shape = problems.filter(({ code }) => code.startsWith('field-'))
        expect(
          schema.Check(changed) ? shape : [problems.length > 0],
          `${path.join('/')} = ${JSON.stringify(value)}`,
        ).toEqual(schema.Check(changed) ? [] : [true])
      }
    }
  })
})

type Path = readonly (string | number)[]

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const inside = Object.entries(value).flatMap(([name, held]) =>
    pathsOf(held, [...path, Array.isArray(value) ? Number(name) : name]),
  )
  return path.length === 0 ? inside : [path, ...inside]
}

function withValue(whole: unknown, path: Path, value: unknown): unknown {
  const [first, ...rest] = path
  if (first === undefined) return value
  if (Array.isArray(whole)) return whole.map((item, index) => (index === first ? withValue(item, rest, value) : item))
  const fields = { ...(whole as Record<string, unknown>) }
  const changed = withValue(fields[first], rest, value)
  if (changed === undefined) delete fields[first]
  else fields[first] = changed
  return fields
}
