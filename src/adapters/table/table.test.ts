import { describe, expect, it } from 'vitest'
import { makeEngine } from '../../../test/support/engine.ts'
import { cellDate, cellNumber } from './cells.ts'
import { guessMapping } from './guess.ts'
import type { Grid, TableMapping } from './mapped.ts'
import { readMapping, writeMapping } from './mapping.ts'
import { namesOf } from './names.ts'
import { readTable } from './read.ts'

const engine = makeEngine()
const grid = (...lines: readonly string[]): Grid => ({
  name: 'a.csv',
  rows: lines.map((line, index) => ({ line: index + 1, cells: line.split(';') })),
  problems: [],
})
const LONG: TableMapping = {
  layout: 'long',
  columns: { person: 'who', date: 'date', item: 'item', value: 'value', unit: 'unit' },
  items: { Thrombocytes: { key: 'platelets', unit: '10*9/L' }, noise: null },
  values: { ja: 'present' },
}
const HEAD = 'who;date;item;value;unit'
const read = (mapping: TableMapping, ...lines: readonly string[]) => readTable(grid(...lines), mapping, engine)
const codesAt = (...lines: readonly string[]) =>
  read(LONG, HEAD, ...lines).flatMap(({ problems }) => problems.map(({ code, at }) => `${code} ${at}`))

describe('cellNumber', () => {
  it.each([
    ['480', undefined, { value: 480 }],
    ['< 5', undefined, { value: 5, comparator: '<' }],
    ['≥2.5', undefined, { value: 2.5, comparator: '>=' }],
    ['480.5 pg/mL', undefined, { value: 480.5, unit: 'pg/mL' }],
    ['512 10*9/L', undefined, { value: 512, unit: '10*9/L' }],
    ['1,250', '.', { value: 1250 }],
    ['1.250,5', ',', { value: 1250.5 }],
    ["1'250", undefined, { value: 1250 }],
    ['1 250', undefined, { value: 1250 }],
    ['1e21', undefined, { value: 1e21 }],
  ] as const)('reads %s', (text, decimal, wanted) => {
    expect(cellNumber(text, decimal)).toEqual(wanted)
  })

  it.each([
    ['1,250', undefined],
    ['1,25', '.'],
    ['12.5.6', undefined],
    ['1 25', undefined],
    ['512 103/uL', undefined],
    ['10-20', undefined],
    ['high', undefined],
    ['', undefined],
  ] as const)('does not guess at %s', (text, decimal) => {
    expect(cellNumber(text, decimal)).toBeUndefined()
  })
})

describe('cellDate', () => {
  it('takes ISO and months as they are, and others only in the order that is named', () => {
    expect(['2024', '2024-03', '2024-03-18 07:30', 'baseline', '+3 mo'].map((text) => cellDate(text, 'iso'))).toEqual([
      '2024',
      '2024-03',
      '2024-03-18',
      'baseline',
      3,
    ])
    expect(cellDate('3/4/2024', 'day-month-year')).toBe('2024-04-03')
    expect(cellDate('3/4/2024', 'month-day-year')).toBe('2024-03-04')
    expect(['3/4/2024', 'soon', '18.3.24'].map((text) => cellDate(text, undefined))).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('readTable', () => {
  it('reads a long table into one record a person, each fact with its line', () => {
    const items = read(
      LONG,
      HEAD,
      'b;2024-03-01;papilledema;ja;',
      'a;2024-03-02;Thrombocytes;<512;',
      'b;;noise;7;',
      'b;2024;platelets;230;K/uL',
    )
    expect(items.map(({ record }) => record?.id)).toEqual(['b', 'a'])
    expect(items.flatMap(({ problems }) => problems)).toEqual([])
    expect(items[0]?.record?.facts).toMatchObject([
      { key: 'papilledema', status: 'present', when: '2024-03-01', at: 'a.csv:2' },
      { key: 'platelets', value: 230, given: '230 K/uL', when: '2024', at: 'a.csv:5' },
    ])
    expect(items[1]?.record?.facts).toMatchObject([{ key: 'platelets', value: 512, comparator: '<', at: 'a.csv:3' }])
  })

  it('reads a wide table: an empty cell is not stated', () => {
    const wide: TableMapping = {
      layout: 'wide',
      columns: { person: 'who', sex: 'sex', date: 'date' },
      items: { Edema: 'peripheral-edema', PLT: { key: 'platelets', unit: '10*9/L', date: 'PLT date' } },
    }
    const items = read(
      wide,
      'who;sex;date;Edema;PLT;PLT date',
      'a;f;2024-03-01;absent;;',
      'b;male;2024-03-02;;512;2024-05-01',
    )
    expect(items.map(({ record }) => [record?.sex, record?.facts.filter(({ key }) => key !== 'sex')])).toMatchObject([
      ['female', [{ key: 'peripheral-edema', status: 'absent', when: '2024-03-01', at: 'a.csv:2' }]],
      ['male', [{ key: 'platelets', value: 512, when: '2024-05-01', at: 'a.csv:3' }]],
    ])
  })

  it.each([
    ['a unit that is missing', 'a;2024;platelets;512;', 'unit-missing a.csv:2'],
    ['a number that may be two', 'a;2024;platelets;1,250;K/uL', 'value-not-number a.csv:2'],
    ['two units', 'a;2024;platelets;512 K/uL;/uL', 'unit-unknown a.csv:2'],
    ['a word that is none', 'a;2024;papilledema;perhaps;', 'status-unknown a.csv:2'],
    ['an item that is not known', 'a;2024;papiledema;present;', 'key-unknown a.csv:2'],
    ['a date that may be two', 'a;3/4/2024;papilledema;present;', 'date-invalid a.csv:2'],
    ['a day that does not exist', 'a;2024-02-30;papilledema;present;', 'date-invalid a.csv:2'],
    ['a row of nobody', ';2024;papilledema;present;', 'field-missing a.csv:2'],
    ['a row without an item', 'a;2024;;present;', 'field-missing a.csv:2'],
    ['a row that is too long', 'a;2024;papilledema;present;;;', 'field-unknown a.csv:2'],
    ['a row that is too short', 'a;2024;papilledema;present', 'field-missing a.csv:2'],
  ])('names the line of %s and reads the rest', (_, line, wanted) => {
    expect(codesAt(line, 'a;2024-03-01;hyperpigmentation;present;')).toEqual([wanted])
    const [first] = read(LONG, HEAD, line, 'a;2024-03-01;hyperpigmentation;present;')
      .flatMap(({ record }) => record?.facts ?? [])
      .filter(({ key }) => key === 'hyperpigmentation')
    expect(first?.at).toBe('a.csv:3')
  })

  it('tells columns that stand twice, are missing or are not read', () => {
    const problems = read(LONG, 'who;item;item;value;unit;colour', 'a;papilledema;x;present;;red').flatMap(
      (item) => item.problems,
    )
    expect(problems.map(({ code, what }) => `${code}: ${what}`)).toEqual([
      'name-repeated: two columns are named "item"',
      'field-missing: there is no column "date", which the mapping names',
      'field-unknown: the column "colour" was not read',
    ])
  })

  it('has no record for a table without rows, and says so', () => {
    expect(read(LONG, HEAD)[0]).toMatchObject({ input: 'a.csv', problems: [{ code: 'file-empty' }] })
    expect(read(LONG)[0]).toMatchObject({ input: 'a.csv', problems: [{ code: 'file-empty' }] })
  })
})

describe('guessMapping', () => {
  const nameOf = namesOf(engine, { LOINC: { '777-3': [{ key: 'platelets', relation: 'exact' }] } }, {})

  it('is shown line by line, and reads what it says', () => {
    const table = grid(
      'Patient;When;Test;Result;Units;mood',
      '1;25.3.2024;777-3;512,5;K/uL;x',
      '1;4.5.2024;Papilloedema;yes;;',
      '1;4.5.2024;dragons;yes;;',
    )
    const { mapping, says } = guessMapping(table, engine, nameOf)
    expect(mapping).toMatchObject({
      layout: 'long',
      decimal: ',',
      dates: 'day-month-year',
      columns: { person: 'Patient', date: 'When', item: 'Test', value: 'Result', unit: 'Units' },
      items: { '777-3': { key: 'platelets' }, Papilloedema: { key: 'papilledema' }, dragons: null },
      values: { yes: 'present' },
      ignore: ['mood'],
    })
    expect(says.join('\n')).toContain('item "dragons" not understood')
    const [item] = readTable(table, mapping, engine)
    expect(item?.problems).toEqual([])
    expect(item?.record?.facts).toMatchObject([{ status: 'present', when: '2024-05-04' }, { value: 512.5 }])
  })

  it('takes a unit from a wide header, and none from nowhere', () => {
    const { mapping, says } = guessMapping(grid('id;Platelets (K/uL);Albumin', '1;512;3.1'), engine, nameOf)
    expect(mapping).toMatchObject({
      layout: 'wide',
      items: { 'Platelets (K/uL)': { key: 'platelets', unit: 'K/uL' }, Albumin: { key: 'albumin' } },
    })
    expect(mapping.items.Albumin).not.toHaveProperty('unit')
    expect(says.join('\n')).toContain('"Albumin" names no unit')
  })

  it('leaves open what may be two', () => {
    const { mapping, says } = guessMapping(grid('id;date;test;value', '1;3/4/2024;platelets;1,250'), engine, nameOf)
    expect([mapping.decimal, mapping.dates]).toEqual([undefined, undefined])
    expect(says.join('\n')).toMatch(/may stand for decimals or thousands.*\n.*not ISO/)
  })
})

describe('readMapping', () => {
  it('reads back what is written', () => {
    const text = writeMapping(LONG)
    expect(readMapping('m.yaml', text, engine)).toEqual({ mapping: { ...LONG, ignore: [] }, problems: [] })
  })

  it.each([
    ['nothing', '', 'format-unknown'],
    ['a list', '- a', 'format-unknown'],
    ['an unknown field', 'layout: wide\ncolours: {}', 'field-unknown'],
    ['no layout', 'columns: {}', 'field-missing'],
    ['a long table without its columns', 'layout: long\ncolumns: { item: x }', 'field-missing'],
    ['a key that is none', 'layout: wide\nitems: { a: papiledema }', 'key-unknown'],
    ['a word that means nothing', 'layout: wide\nvalues: { ja: perhaps }', 'choice-unknown'],
    ['a decimal that is none', 'layout: wide\ndecimal: ";"', 'choice-unknown'],
  ])('refuses %s', (_, text, code) => {
    const { mapping, problems } = readMapping('m.yaml', text, engine)
    expect(mapping).toBeUndefined()
    expect(problems.map((item) => item.code)).toEqual([code])
  })
})
