import { describe, expect, test } from 'vitest'
import type { AuthoredRecord } from '../../../../../src/schema/record.ts'
import { realEngine } from '../../../../../test/support/real.ts'
import { readSheet } from '../../../state/reading.ts'
import { addEntry, removeEntries, type Sheet, sheetOf } from '../../../state/sheet.ts'
import { Rows, rowView } from './row-view.ts'
import { chooseValue, stateRow } from './stating.ts'

const engine = realEngine()
const TODAY = '2026-11-27'
const DAY = '2026-05-06'
const sheetWith = (record: Partial<AuthoredRecord>): Sheet => sheetOf({ id: 'made', ...record })
const reading = (sheet: Sheet, asOf?: string) => readSheet(engine, sheet, { today: TODAY, ...(asOf && { asOf }) })
const row = (record: Partial<AuthoredRecord>, key: string, asOf?: string) =>
  rowView(reading(sheetWith(record), asOf), key)

describe('the state of a row', () => {
  test('is that of the finding; a value stands to its own limit', () => {
    const measured = (value: number, limits: object) =>
      row({ measurements: [{ key: 'vegf-plasma', value, unit: 'pg/mL', when: DAY, ...limits }] }, 'vegf-plasma').state
    expect(row({}, 'ascites').state).toBe('open')
    expect(row({ findings: [{ key: 'ascites', status: 'absent', when: DAY }] }, 'ascites').state).toBe('absent')
    expect(row({ findings: [{ key: 'ascites', status: 'equivocal', when: DAY }] }, 'ascites').state).toBe('equivocal')
    expect(measured(480, { referenceHigh: 96.2 })).toBe('above')
    expect(measured(48, { referenceHigh: 96.2 })).toBe('within')
    expect(measured(4, { referenceLow: 9, referenceHigh: 96 })).toBe('below')
    expect(measured(48, {})).toBe('stated')
    expect(row({ findings: [{ key: 'light-chain', value: 'lambda', when: DAY }] }, 'light-chain').state).toBe('stated')
  })

  test('a value that cannot be counted stays, with what the reader said of it', () => {
    const { state, entries } = row(
      { measurements: [{ key: 'platelets', value: 512, unit: 'foo/L', when: DAY }] },
      'platelets',
    )
    expect(state).toBe('open')
    expect(entries.map(({ fact, problems }) => [fact, problems.map(({ code }) => code)])).toEqual([
      [undefined, ['unit-unknown']],
    ])
  })

  test('what a value makes is told as made from it, and is no entry', () => {
    const { state, entries, derived } = row(
      { measurements: [{ key: 'platelets', value: 512, unit: '10*9/L', referenceHigh: 400, when: DAY }] },
      'thrombocytosis',
    )
    expect([state, entries, derived.map(({ madeFrom }) => madeFrom)]).toEqual(['present', [], ['platelets']])
  })

  test('facts come in time order, and those after the day it is read on are marked', () => {
    const findings = ['2026-03', '2024-01-01', '2026-09-09'].map((when) => ({
      key: 'ascites',
      status: 'present' as const,
      when,
    }))
    const { entries } = row({ findings }, 'ascites', '2026-06-01')
    expect(entries.map(({ entry, later }) => [entry.body.when, later])).toEqual([
      ['2024-01-01', false],
      ['2026-03', false],
      ['2026-09-09', true],
    ])
  })
})

describe('a conflict', () => {
  const findings = (['present', 'absent'] as const).map((status) => ({ key: 'papilledema', status, when: DAY }))
  const older = { key: 'papilledema', status: 'absent' as const, when: '2020-01-01' }

  test('shows both sides, and the chosen one settles it; facts of other days stay', () => {
    const sheet = sheetWith({ findings: [older, ...findings] })
    const before = rowView(reading(sheet), 'papilledema')
    expect([before.state, before.against.length]).toEqual(['conflict', 2])
    for (const state of ['present', 'absent'] as const) {
      const settled = stateRow(sheet, before, state, TODAY)
      expect(rowView(reading(settled), 'papilledema').state).toBe(state)
      expect(settled.findings.map(({ body }) => [body.when, body.status])).toEqual([
        ['2020-01-01', 'absent'],
        [DAY, state],
      ])
    }
  })
})

describe('a choice', () => {
  test('is corrected where it stands, made where nothing is, and taken away whole', () => {
    const made = chooseValue(sheetWith({}), row({}, 'light-chain'), 'lambda', TODAY)
    expect(made.findings.map(({ body }) => [body.value, body.when])).toEqual([['lambda', TODAY]])
    const given = sheetWith({ findings: [{ key: 'light-chain', value: 'kappa', when: DAY }] })
    const view = rowView(reading(given), 'light-chain')
    expect(chooseValue(given, view, 'lambda', TODAY).findings.map(({ body }) => [body.value, body.when])).toEqual([
      ['lambda', DAY],
    ])
    expect(chooseValue(given, view, undefined, TODAY).findings).toEqual([])
  })
})

test('a row is drawn again only when something of its key changes', () => {
  const rows = new Rows()
  const sheet = sheetWith({
    findings: [
      { key: 'ascites', status: 'present', when: DAY },
      { key: 'fever', status: 'present', when: DAY },
    ],
  })
  const first = rows.of(reading(sheet), 'fever')
  const shorter = removeEntries(sheet, new Set(sheet.findings.slice(0, 1).map(({ id }) => id)))
  expect(rows.of(reading(shorter), 'fever')).toBe(first)
  const longer = addEntry(sheet, 'findings', { key: 'fever', status: 'absent', when: DAY })
  expect(rows.of(reading(longer), 'fever')).not.toBe(first)
})
