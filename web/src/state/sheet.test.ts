import { describe, expect, it } from 'vitest'
import { emptySheet, entriesOf, recordOf, type Sheet, sheetOf, stateFinding } from './sheet.ts'

const read = (): Sheet =>
  sheetOf(
    {
      id: 'made',
      findings: [
        { key: 'ascites', status: 'present', when: '2026-01-01' },
        { key: 'ascites', status: 'absent', when: '2026-11-27' },
        { key: 'papilledema', status: 'absent', when: '2025-05-05' },
      ],
      measurements: [{ key: 'vegf-plasma', value: 480, unit: 'pg/mL', when: '2026-01-01' }],
    },
    { findings: ['letter.json#/1', 'letter.json#/2', 'letter.json#/3'] },
  )
const said = (sheet: Sheet, key: string) =>
  entriesOf(sheet, key).map(({ body, from }) => [
    'status' in body ? body.status : body,
    body.when,
    from === undefined ? 'typed' : 'read',
  ])

describe('a sheet', () => {
  it('gives back the record that was laid on it', () => {
    const { head: _, ...lists } = read()
    expect(Object.keys(lists)).toHaveLength(6)
    expect(recordOf(read())).toEqual({
      id: 'made',
      findings: read().findings.map(({ body }) => body),
      measurements: read().measurements.map(({ body }) => body),
    })
    expect(recordOf(emptySheet('new'))).toEqual({ format: 'scansion.record/1', id: 'new' })
  })

  it('knows where each entry was read', () => {
    expect(read().findings.map(({ from }) => from)).toEqual(['letter.json#/1', 'letter.json#/2', 'letter.json#/3'])
    expect(read().measurements[0]?.from).toBeUndefined()
  })
})

describe('the state of a finding', () => {
  const day = '2026-11-27'

  it('is added as of the day where nothing is said', () => {
    expect(said(stateFinding(emptySheet('x'), 'ascites', 'present', day), 'ascites')).toEqual([
      ['present', day, 'typed'],
    ])
  })

  it('changes what was typed, with its day', () => {
    const typed = stateFinding(emptySheet('x'), 'ascites', 'present', '2026-02-02')
    expect(said(stateFinding(typed, 'ascites', 'absent', day), 'ascites')).toEqual([['absent', '2026-02-02', 'typed']])
  })

  it('stands beside what was read of another day', () => {
    expect(said(stateFinding(read(), 'papilledema', 'present', day), 'papilledema')).toEqual([
      ['absent', '2025-05-05', 'read'],
      ['present', day, 'typed'],
    ])
  })

  it('settles a contradiction of the same day, and leaves the other days', () => {
    expect(said(stateFinding(read(), 'ascites', 'present', day), 'ascites')).toEqual([
      ['present', '2026-01-01', 'read'],
      ['present', day, 'typed'],
    ])
  })

  it('changes nothing where the same was read of the day', () => {
    const sheet = read()
    expect(said(stateFinding(sheet, 'ascites', 'absent', day), 'ascites')).toEqual(said(sheet, 'ascites'))
  })

  it('takes all away when it is not stated, and only of that key', () => {
    const sheet = stateFinding(read(), 'ascites', undefined, day)
    expect(said(sheet, 'ascites')).toEqual([])
    expect(sheet.findings).toHaveLength(1)
    expect(said(stateFinding(read(), 'vegf-plasma', undefined, day), 'vegf-plasma')).toEqual([])
  })
})
