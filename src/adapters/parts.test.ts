import { describe, expect, it } from 'vitest'
import { makeEngine } from '../../test/support/engine.ts'
import { lookup, namesDiseases, splitCurie, systemOf } from './codes.ts'
import { child, ItemPointers, JsonPlace, parts } from './pointer.ts'
import { Report, show } from './report.ts'
import { nearest, vocabularyOf } from './vocabulary.ts'

describe('places', () => {
  it.each([
    ['a.json', 'a.json#/x', 'a.json#/1/x'],
    ['a.json#/3', 'a.json#/3/x', 'a.json#/3/1/x'],
    ['a.ndjson:12', 'a.ndjson:12#/x', 'a.ndjson:12#/1/x'],
  ])('in %s', (input, at, inside) => {
    expect(new JsonPlace(input).at('/x')).toBe(at)
    expect(new JsonPlace(input).inside('/1').at('/x')).toBe(inside)
  })

  it('escape names, and leave out those nobody could read', () => {
    expect(child('/a', 'b/c~d')).toBe('/a/b~1c~0d')
    expect(parts(child('/a', 'b/c~d'))).toEqual(['a', 'b/c~d'])
    expect(child('/a', 'x'.repeat(101))).toBe('/a')
    expect(child('/a', 'b\u001B[31m')).toBe('/a')
    expect(child('/a', 'b\u202Ec')).toBe('/a')
  })

  it('of items are the same beyond the table', () => {
    const pointers = new ItemPointers('findings')
    expect([pointers.at(0), pointers.at(999), pointers.at(1000)]).toEqual([
      '/findings/0',
      '/findings/999',
      '/findings/1000',
    ])
  })
})

describe('what a problem shows', () => {
  it.each([
    ['a\n\u001B[31mb', '"a\\n\\u001b[31mb"'],
    ['a\u202Eb\u0085', '"a\\u202eb\\u0085"'],
    ['x'.repeat(100), `"${'x'.repeat(60)}…"`],
    [[1, 2], 'a list of 2'],
    [[], 'an empty list'],
    [{ a: 1 }, 'an object'],
    [null, 'null'],
    [-0.5, '-0.5'],
    [true, 'true'],
  ])('of %j', (value, shown) => {
    expect(show(value)).toBe(shown)
  })

  it('is capped together with what was found before', () => {
    const report = new Report()
    const trouble = { code: 'json-broken', at: 'a', what: 'w', hint: 'h' }
    report.take({ problems: new Array(90).fill(trouble), further: 3 })
    for (let count = 0; count < 15; count++) report.add('key-unknown', 'a', 'w', () => 'h')
    const problems = report.close('a')
    expect(problems).toHaveLength(101)
    expect(problems.at(-1)?.what).toContain('8 further')
  })
})

describe('the vocabulary', () => {
  const { words, labels, treatments } = vocabularyOf(makeEngine())

  it('knows which specimen a key names, and which it never is', () => {
    const specimens = ['vegf-serum', 'vegf-plasma', 'vegf-unspecified', 'albumin'].map((key) => words.get(key))
    expect(specimens.map((word) => [word?.specimen, word?.others])).toEqual([
      ['serum', ['plasma']],
      ['plasma', ['serum']],
      [undefined, ['serum', 'plasma']],
      [undefined, []],
    ])
  })

  it('knows labels and treatments', () => {
    expect([labels.has('cidp'), labels.has('poems'), labels.has('ivig')]).toEqual([true, true, false])
    expect([treatments.has('ivig'), treatments.has('papilledema')]).toEqual([true, false])
  })

  it.each([
    ['Papilloedema', 'did you mean papilledema?'],
    ['peripheral_edema', 'did you mean peripheral-edema?'],
    ['vegf-plasm', 'did you mean vegf-plasma?'],
    ['zzzzzzzzzzzz', 'use a key of the vocabulary'],
    ['x'.repeat(100_000), 'use a key of the vocabulary'],
  ])('suggests for %.20s', (given, hint) => {
    expect(nearest(given, words.keys())).toBe(hint)
  })
})

describe('codes', () => {
  const rows = [{ key: 'papilledema', relation: 'exact' as const }]
  const codes = { HPO: { 'HP:0001085': rows }, 'SNOMED CT': { '423341008': rows }, ORPHA: { 'ORPHA:2905': rows } }

  it.each([
    ['HP', '0001085'],
    ['hpo', 'HP:0001085'],
    ['http://human-phenotype-ontology.org', '0001085'],
    ['http://human-phenotype-ontology.org/', 'HP:0001085'],
    ['http://snomed.info/sct', '423341008'],
    ['SNOMED CT', '423341008'],
    ['Orphanet', '2905'],
  ])('of %s are found by %s', (system, code) => {
    expect(lookup(codes, system, code)).toBe(rows)
  })

  it.each([
    ['HPO', '423341008'],
    ['constructor', 'name'],
    ['HPO', 'constructor'],
    ['LOINC', '1'],
    ['', ''],
  ])('of %s are not found by %s', (system, code) => {
    expect(lookup(codes, system, code)).toEqual([])
  })

  it('are split at their prefix', () => {
    expect(splitCurie('HP:0001085')).toEqual({ system: 'HP', code: '0001085' })
    expect([splitCurie('HP'), splitCurie(':1'), splitCurie('HP:'), splitCurie('')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('tell which systems name diseases', () => {
    expect([namesDiseases('HP'), namesDiseases('LOINC'), namesDiseases('MONDO')]).toEqual([false, false, true])
    expect([systemOf('SCTID'), systemOf('nonsense')]).toEqual(['SNOMED CT', undefined])
    expect(systemOf('http://snomed.info/sct/900000000000207008/version/20240101')).toBe('SNOMED CT')
    expect(systemOf('http://snomed.info/sct/other')).toBeUndefined()
    expect(systemOf('https://loinc.org/')).toBe('LOINC')
    expect(systemOf('urn:oid:2.16.840.1.113883.6.90')).toBe('ICD-10-CM')
    expect(systemOf('http://fhir.de/CodeSystem/bfarm/icd-10-gm')).toBe('ICD-10-GM')
  })
})
