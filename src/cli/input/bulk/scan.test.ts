import { describe, expect, it } from 'vitest'
import { isFields, type ReadItem, Tally } from '../../../adapters/index.ts'
import { FIELDS, KEPT, type ResourceReader, Scanner } from './scan.ts'

const INDEX = { LOINC: { '777-3': [{ key: 'platelets', relation: 'exact' as const }] }, HPO: { 'HP:0001271': [] } }

/** Knows LOINC 777-3; anything named "band" is to be confirmed. */
function stub() {
  const seen: unknown[] = []
  const reader: ResourceReader = {
    types: new Set(['Observation', 'Condition', 'MedicationRequest']),
    personOf: (value) => {
      const subject = isFields(value) && isFields(value.subject) ? value.subject.reference : undefined
      return typeof subject === 'string' ? subject : undefined
    },
    read: (value): ReadItem => {
      seen.push(value)
      const tally = new Tally()
      const text = JSON.stringify(value)
      const type = isFields(value) ? String(value.resourceType) : ''
      tally.count(type, text.includes('777-3') ? 'used' : text.includes('band') ? 'toConfirm' : 'notUnderstood')
      const code = /"code":\{"coding":\[\{"code":"([^"]+)"/.exec(text)?.[1]
      if (code !== undefined && code !== '777-3') tally.unknown(`LOINC ${code}`, 'a label')
      return { input: '', problems: [], coverage: tally.coverage() }
    },
  }
  return { reader, seen }
}

function observation(code: string, more = '', person = 'Patient/1'): string {
  const category = '"category":[{"coding":[{"code":"laboratory"}]}]'
  return `{"resourceType":"Observation",${category},"code":{"coding":[{"code":"${code}"}]},"subject":{"reference":"${person}"}${more}}`
}

function scan(lines: readonly string[], scanner = new Scanner(stub().reader, INDEX)) {
  const bytes = Buffer.from(lines.join('\n'))
  const { kept, persons, lines: count, bytes: held } = scanner.scan(bytes)
  let at = 0
  const found = persons.map((person, i) => {
    const [kind, line = -1, length = 0, start = -1] = kept.subarray(i * FIELDS, i * FIELDS + FIELDS)
    const text = bytes.subarray(start, start + length).toString()
    expect(text).toBe(lines[line]?.trim().replace(/^\uFEFF/, ''))
    expect(Buffer.from(held.subarray(at, at + length)).toString()).toBe(text)
    at += length
    return { kind, line, person }
  })
  return { found, count, coverage: scanner.coverage() }
}

describe('Scanner', () => {
  it('keeps lines with a code of the vocabulary, and counts those it passes by', () => {
    const { found, coverage, count } = scan([observation('777-3'), observation('8302-2'), observation('8302-2'), ''])
    expect(found).toEqual([{ kind: KEPT.person, line: 0, person: 'Patient/1' }])
    expect(coverage.kinds).toEqual({
      Observation: { read: 2, used: 0, toConfirm: 0, setAside: 0, notUnderstood: 2 },
    })
    expect(coverage.unknownCodes).toEqual([{ code: 'LOINC 8302-2', label: 'a label', count: 2 }])
    expect(count).toBe(3)
  })

  it('looks closely at a code only once', () => {
    const { reader, seen } = stub()
    scan(
      Array.from({ length: 50 }, (_, i) => observation(i % 2 ? '1-1' : '2-2')),
      new Scanner(reader, INDEX),
    )
    expect(seen).toHaveLength(2)
  })

  it.each([
    ['a code of which the label may state something', observation('9-9', ',"note":"an M band"')],
    ['a code by its prefix or without', observation('HP:0001271')],
    ['a code by its number', observation('0001271')],
    ['a code with an escape', observation('\\u0037-3')],
    ['blanks around the names', '{ "resourceType" : "Observation", "code" : {"coding":[{ "code" : "777-3"}]}}'],
    ['a code that is no text', '{"resourceType":"Observation","code":{"coding":[{"code":5}]}}'],
    ['no code at all', '{"resourceType":"Condition","code":{"text":"swelling"}}'],
    [
      'a drug that stands elsewhere',
      '{"resourceType":"MedicationRequest","a":{"code":"active"},"medicationReference":{}}',
    ],
    ['a person', '{"resourceType":"Patient","id":"1"}'],
    ['a type that does not come first', '{"id":"1","resourceType":"Encounter"}'],
    ['a record', '{"id":"1","findings":[]}'],
    ['a line that is cut', observation('8302-2').slice(0, -5)],
    ['no JSON', 'Dear colleague'],
  ])('keeps %s', (_, line) => {
    expect(scan([line]).found).toHaveLength(1)
  })

  it('passes by what is never about a person’s disease', () => {
    const { found, coverage } = scan(['{"resourceType":"Claim","item":[{"code":"777-3"}]}'])
    expect(found).toEqual([])
    expect(coverage.kinds.Claim).toMatchObject({ read: 1, setAside: 1 })
  })

  it('goes on keeping a code that may state something', () => {
    const line = observation('9-9', ',"note":"an M band"')
    expect(scan([line, observation('9-9'), observation('8302-2')]).found.map(({ line }) => line)).toEqual([0, 1])
  })

  it('reads behind a mark of byte order, CRLF and blank lines', () => {
    const { found } = scan([`\uFEFF${observation('777-3')}\r`, '\r', ' ', `  ${observation('777-3')}\r`])
    expect(found.map(({ line }) => line)).toEqual([0, 3])
  })

  it('keeps every line when it is to keep all', () => {
    const { reader } = stub()
    const scanner = new Scanner(reader, INDEX, true)
    expect(scan([observation('8302-2'), '', '{"resourceType":"Claim"}'], scanner).found).toHaveLength(2)
  })

  it('says whose a line is, and what is nobody’s', () => {
    const { found } = scan([
      observation('777-3', '', 'https://a.example/Patient/2'),
      observation('777-3', ',"contained":[{"subject":{"reference":"Patient/3"}}]', 'Patient/4'),
      '{"resourceType":"Medication","id":"m","code":{"text":"x"}}',
      '{"resourceType":"Bundle"}',
      'no JSON',
    ])
    expect(found.map(({ kind, person }) => [kind, person])).toEqual([
      [KEPT.person, 'https://a.example/Patient/2'],
      [KEPT.person, 'Patient/4'],
      [KEPT.shared, 'Medication/m'],
      [KEPT.itself, ''],
      [KEPT.itself, ''],
    ])
  })
})
