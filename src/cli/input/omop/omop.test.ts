import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ReadItem, readDocument, readLine, readRecord, Tally } from '../../../adapters/index.ts'
import { assess } from '../../../assess/index.ts'
import { createEngine } from '../../../core/index.ts'
import { builtCodeIndex, builtKnowledge } from '../../built.ts'
import { itemsOf } from '../items.ts'
import { sourcesOf } from '../sources.ts'
import { literal } from './duck.ts'

const engine = createEngine(builtKnowledge())
const codes = builtCodeIndex()
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "scansion-omop-it's-"))
})
afterAll(() => rmSync(folder, { recursive: true }))

let made = 0
/** A folder of CSV files by their names. */
function extract(files: Readonly<Record<string, string | Buffer>>): string {
  const path = join(folder, `cdm-${made++}`)
  mkdirSync(path)
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content)
  return path
}

async function read(path: string): Promise<ReadItem[]> {
  const items: ReadItem[] = []
  const options = { engine, codes, readers: { readDocument, readLine }, stdin: Readable.from([]) }
  for (const source of await sourcesOf([path])) for await (const item of itemsOf(source, options)) items.push(item)
  return items
}

const PERSON = 'person_id,gender_concept_id,year_of_birth,month_of_birth,day_of_birth\n'
const PERSONS = `${PERSON}10,8532,1960,,\n9,8507,1961,4,30\n`
const CONDITIONS =
  'condition_occurrence_id,person_id,condition_concept_id,condition_start_date,condition_source_value,condition_source_concept_id\n'
const MEASUREMENTS =
  'measurement_id,person_id,measurement_concept_id,measurement_date,operator_concept_id,value_as_number,value_as_concept_id,unit_concept_id,unit_source_value,range_low,range_high,measurement_source_value,measurement_source_concept_id\n'
const CONCEPTS =
  'concept_id\tconcept_name\tvocabulary_id\tconcept_code\n3000001\tPlatelets\tLOINC\t777-3\n8848\tthousand per microliter\tUCUM\t10*3/uL\n'
const FULL = {
  'PERSON.csv': PERSONS,
  'condition_occurrence.csv': `${CONDITIONS}1,9,381009,2024-03-01,x,0\n2,10,0,2024-05-02,SNOMED:79268002,0\n3,9,200527,2024-04-01 00:00:00,,\n`,
  'measurement.csv.gz': gzipSync(
    `${MEASUREMENTS}7,9,3000001,2024-03-18,4172704,620,,8848,,150,400,777-3,0\n8,9,3000001,2024-03-19,,630,,0,,,,777-3,0\n`,
  ),
  'concept.csv': CONCEPTS,
}

/** The same person as a record of our own. */
const SAME = {
  id: '9',
  sex: 'male',
  birthDate: '1961-04-30',
  findings: [{ key: 'splenomegaly', status: 'present', when: '2024-04-01' }],
  measurements: [
    {
      key: 'platelets',
      value: 620,
      comparator: '>',
      unit: '10*3/uL',
      referenceLow: 150,
      referenceHigh: 400,
      when: '2024-03-18',
    },
  ],
  courses: [{ for: 'cidp', with: [], start: '2024-03-01' }],
}

/** What an assessment says, without the places in the input. */
function verdicts(item: ReadItem): unknown {
  if (!item.record) return undefined
  const { conclusion, criteria, redFlags } = assess(engine, { ...item.record, problems: [] }, { today: '2026-11-25' })
  return JSON.parse(JSON.stringify({ conclusion, criteria, redFlags }, (name, value) => (name === 'at' ? '' : value)))
}

describe('an OMOP extract', () => {
  it('gives its persons in the order of their ids, each with own facts and their places', async () => {
    const path = extract(FULL)
    const [first, second, ...more] = await read(path)
    expect(more).toEqual([])
    expect([first?.record?.id, second?.record?.id]).toEqual(['9', '10'])
    expect([first?.record?.sex, second?.record?.sex]).toEqual(['male', 'female'])
    const platelets = first?.record?.facts.find(({ key }) => key === 'platelets')
    expect(platelets).toMatchObject({ value: 620, comparator: '>', limitHigh: 400, when: '2024-03-18' })
    expect(platelets?.at).toBe(`${join(path, 'measurement.csv.gz')}#measurement_id=7`)
    expect(first?.record?.courses).toMatchObject([{ for: 'cidp', with: [], when: '2024-03-01' }])
  })

  it('takes the code of the source where the concept is 0 and the vocabulary is stated', async () => {
    const [, second] = await read(extract(FULL))
    expect(second?.record?.facts).toContainEqual(expect.objectContaining({ key: 'poems-syndrome', status: 'present' }))
    const bare = `${CONDITIONS}2,10,0,2024-05-02,79268002,0\n`
    const unsaid = await read(extract({ ...FULL, 'condition_occurrence.csv': bare }))
    expect(unsaid[1]?.record?.facts.map(({ key }) => key)).not.toContain('poems-syndrome')
    expect(unsaid[1]?.hints).toContainEqual(expect.objectContaining({ code: '79268002' }))
  })

  it('leaves a number without a unit out, and says so with its row', async () => {
    const path = extract(FULL)
    const [first] = await read(path)
    expect(first?.record?.facts.filter(({ key }) => key === 'platelets')).toHaveLength(1)
    expect(first?.problems).toMatchObject([
      { code: 'unit-missing', at: `${join(path, 'measurement.csv.gz')}#measurement_id=8` },
    ])
    expect(first?.problems[0]?.hint).toContain('unit_source_value of measurement')
  })

  it('is judged like the same person as a record of our own', async () => {
    const [first] = await read(extract(FULL))
    const own = readRecord('own.json', SAME, engine)
    expect(own.problems).toEqual([])
    expect(first && verdicts(first)).toEqual(verdicts(own))
  })

  it('counts every row by what became of it, and unknown codes as often as they come', async () => {
    const conditions =
      '1,9,381009,2024-03-01,x,0\n2,9,200527,18.03.2024,,\n3,10,999,2024-03-01,,\n4,10,999,2024-03-02,,\n5,77,381009,2024-03-01,,\n6,,381009,2024-03-01,,\n7,9\n'
    const measurements =
      '7,9,3000001,2024-03-18,,620,,8848,,,,,0\n6,9,3000001,2024-03-18,99,620,,8848,,,,,0\n8,9,3000001,2024-03-19,,630,,0,,,,,0\n9,10,0,2024-03-19,,630,,0,,,,,0\n'
    const items = await read(
      extract({
        ...FULL,
        'PERSON.csv': `${PERSONS}9,8507,1961,4,30\n,8507,1961,4,30\n`,
        'condition_occurrence.csv': CONDITIONS + conditions,
        'measurement.csv.gz': gzipSync(MEASUREMENTS + measurements),
        'death.csv': 'person_id,death_date\n9,2025-01-01\n',
        'note.csv': 'note_id,person_id\n',
        'specimen.csv': 'specimen_id\n1\n2\n',
        'drug_exposure.csv': 'person_id\n9\n10\n',
      }),
    )
    const total = new Tally()
    for (const { coverage } of items) if (coverage) total.add(coverage)
    const { kinds, unknownCodes } = total.coverage()
    const none = { used: 0, toConfirm: 0, setAside: 0, notUnderstood: 0 }
    expect(kinds).toEqual({
      // Two persons; one row again, and one of nobody.
      person: { ...none, read: 4, used: 2, notUnderstood: 2 },
      // One without a date counts. An unknown concept twice, a stranger, nobody, and a row cut short do not.
      condition_occurrence: { ...none, read: 7, used: 2, notUnderstood: 5 },
      // A number without a unit was measured all the same. A sign that is none, and a row without a code, say nothing.
      measurement: { ...none, read: 4, used: 1, toConfirm: 1, notUnderstood: 2 },
      // Without the columns that are needed, it cannot be read at all.
      drug_exposure: { ...none, read: 2, notUnderstood: 2 },
      death: { ...none, read: 1, setAside: 1 },
      specimen: { ...none, read: 2, setAside: 2 },
    })
    expect(unknownCodes).toEqual([{ code: 'OMOP 999', count: 2 }])
    expect(items[1]?.hints?.filter(({ code }) => code === 'OMOP 999')).toHaveLength(1)
    expect(items.at(-1)?.record).toBeUndefined()
  })

  it('refuses dates and signs that are none, with their row', async () => {
    const rows = '7,9,3000001,18.03.2024,,620,,8848,,,,,0\n8,9,3000001,2024-03-19,99,630,,8848,,,,,0\n'
    const path = extract({ ...FULL, 'measurement.csv.gz': gzipSync(MEASUREMENTS + rows) })
    const [first] = await read(path)
    const at = (id: number) => `${join(path, 'measurement.csv.gz')}#measurement_id=${id}`
    expect(first?.problems).toMatchObject([
      { code: 'date-invalid', at: at(7) },
      { code: 'comparator-unknown', at: at(8) },
    ])
    expect(first?.record?.facts.map(({ value }) => value)).not.toContain(630)
  })

  it('tells of damaged rows, of rows about nobody, and reads the rest', async () => {
    const rows = '1,9,381009,2024-03-01,x,0\n2,9\n3,77,381009,2024-03-01,x,0\n4,,381009,2024-03-01,x,0\n'
    const path = extract({ ...FULL, 'condition_occurrence.csv': CONDITIONS + rows })
    const items = await read(path)
    expect(items.map(({ record }) => record?.id)).toEqual(['9', '10', undefined])
    expect(items[0]?.record?.courses).toHaveLength(1)
    const file = join(path, 'condition_occurrence.csv')
    const told = items[2]?.problems.map(({ at, what }) => `${at} ${what}`) ?? []
    expect(told).toHaveLength(3)
    expect(told[0]).toContain(`${file} 1 rows do not say`)
    expect(told[1]).toContain(`${file} 1 rows are about persons who are not in person, the first of them 77`)
    expect(told[2]).toContain(`${file}:3 the row cannot be cut`)
  })

  it('is the same as Parquet and as a DuckDB file', async () => {
    const path = extract(FULL)
    const parquet = extract({})
    const file = join(folder, 'cdm.duckdb')
    const instance = await DuckDBInstance.create(file)
    const connection = await instance.connect()
    for (const name of ['PERSON.csv', 'condition_occurrence.csv', 'measurement.csv.gz', 'concept.csv']) {
      const table = name.split('.')[0]?.toLowerCase()
      await connection.run(`CREATE TABLE ${table} AS FROM read_csv(${literal(join(path, name))})`)
      await connection.run(`COPY ${table} TO ${literal(join(parquet, `${table}.parquet`))} (FORMAT parquet)`)
    }
    connection.closeSync()
    instance.closeSync()
    const expected = (await read(path)).map(verdicts)
    expect(expected).toHaveLength(2)
    expect((await read(parquet)).map(verdicts)).toEqual(expected)
    const items = await read(file)
    expect(items.map(verdicts)).toEqual(expected)
    expect(items[0]?.record?.courses[0]?.at).toBe(`${file}/condition_occurrence#condition_occurrence_id=1`)
  })

  it('takes a drug by its ingredient, but not one for skin or eye', async () => {
    const drugs =
      'drug_exposure_id,person_id,drug_concept_id,drug_exposure_start_date,drug_exposure_end_date\n1,9,50,2024-01-02,2024-02-03\n2,9,51,2024-01-02,\n'
    const names =
      'concept_id,concept_name,vocabulary_id,concept_code\n50,lenalidomide 25 MG Oral Capsule,RxNorm,x1\n51,lenalidomide Topical Cream,RxNorm,x2\n60,lenalidomide 25 MG,RxNorm,x3\n70,lenalidomide,RxNorm,342369\n'
    const leads =
      'concept_id_1,concept_id_2,relationship_id\n50,60,Consists of\n51,60,Consists of\n60,70,RxNorm has ing\n'
    const files = { 'drug_exposure.csv': drugs, 'concept.csv': names, 'concept_relationship.csv': leads }
    const [first] = await read(extract({ 'person.csv': PERSONS, ...files }))
    expect(first?.record?.courses).toHaveLength(1)
    expect(first?.record?.courses).toMatchObject([{ with: ['lenalidomide'], when: '2024-01-02' }])
    expect(first?.record?.courses[0]?.stop).toBeDefined()
    expect(first?.hints).toMatchObject([{ code: 'RxNorm x2', label: 'lenalidomide Topical Cream' }])
  })

  it('makes one course of a drug that is filled every month, and counts each of its rows', async () => {
    const fills = ['2024-01-01,2024-01-28', '2024-01-29,2024-02-25', '2024-02-26,2024-03-24', '2024-09-01,2024-09-28']
    const drugs = fills.map((days, index) => `${index},9,1301267,${days}`).join('\n')
    const head = 'drug_exposure_id,person_id,drug_concept_id,drug_exposure_start_date,drug_exposure_end_date\n'
    const path = extract({ 'person.csv': PERSONS, 'drug_exposure.csv': `${head}${drugs}\n` })
    const [first] = await read(path)
    const place = (id: number) => `${join(path, 'drug_exposure.csv')}#drug_exposure_id=${id}`
    expect(first?.record?.courses).toMatchObject([
      { with: ['melphalan'], when: '2024-01-01', at: place(0), note: `3 entries, the last of them ${place(2)}` },
      { with: ['melphalan'], when: '2024-09-01', at: place(3) },
    ])
    expect(first?.coverage?.kinds.drug_exposure).toMatchObject({ read: 4, used: 4 })
  })

  it('keeps the rows of persons together whatever their ids are', async () => {
    const ids = ['b', '9223372036854775806', '10', '1e3', '9', '1.5', 'a']
    const persons = ids.map((id) => `${id},8507,1960,,`).join('\n')
    const rows = ids.toReversed().map((id, index) => `${index},${id},381009,2024-03-01,x,0`)
    const conditions = `${CONDITIONS}${rows.join('\n')}\n`
    const items = await read(extract({ 'person.csv': `${PERSON}${persons}\n`, 'condition_occurrence.csv': conditions }))
    expect(items.map(({ record }) => record?.id)).toEqual(['9', '10', '9223372036854775806', '1.5', '1e3', 'a', 'b'])
    expect(items.map(({ record }) => record?.courses.length)).toEqual(ids.map(() => 1))
  })

  it('that is no database is a problem, not a failure', async () => {
    const path = join(folder, 'broken.db')
    writeFileSync(path, 'not a database at all'.repeat(500))
    expect(await read(path)).toMatchObject([{ input: path, problems: [{ code: 'format-unknown' }] }])
  })
})
