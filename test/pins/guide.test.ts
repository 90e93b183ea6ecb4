import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** The documents as a user writes them: formats, exit codes, what goes where. Run against the built command. */

const COMMAND = fileURLToPath(new URL('../../bin/scansion.js', import.meta.url))
const TREATED = fileURLToPath(new URL('../../cases/teaching/vegf-after-treatment.yaml', import.meta.url))
const PUBLISHED = fileURLToPath(new URL('../../cases/published/poems-057.json', import.meta.url))

function scansion(...args: readonly string[]): { code: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, [COMMAND, ...args], { env: { ...process.env, NO_COLOR: '1' } })
  return { code: run.status, out: String(run.stdout), err: String(run.stderr) }
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scansion-guide-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const at = (name: string) => join(folder, name)

describe('scansion guide', () => {
  it('needs no record, and prints Markdown', () => {
    const { code, out, err } = scansion('guide', '--stage', 'suspected')
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^# It might be POEMS/)
    expect(out).toContain('## When to call')
  })

  it('writes HTML and Markdown by the ending', () => {
    for (const [name, start] of [
      ['a.html', '<!doctype html>'],
      ['a.md', '# Your check-ups'],
    ] as const) {
      const { code, out } = scansion('guide', TREATED, '--stage', 'follow-up', '--out', at(name))
      expect([code, out]).toEqual([0, ''])
      expect(readFileSync(at(name), 'utf8').startsWith(start)).toBe(true)
    }
    expect(readFileSync(at('a.html'), 'utf8')).toContain('2,900')
  })

  it('writes the note for a letter, short and long, as text too', () => {
    const short = scansion('guide', PUBLISHED, '--sheet', 'note')
    expect([short.code, short.err]).toEqual([0, ''])
    expect(short.out).toMatch(/^# Note on POEMS syndrome/)
    const { code } = scansion('guide', PUBLISHED, '--sheet', 'long-note', '--out', at('note.txt'))
    expect(code).toBe(0)
    const long = readFileSync(at('note.txt'), 'utf8')
    expect(long).toMatch(/^Note on POEMS syndrome/)
    expect(long.length).toBeGreaterThan(short.out.length)
    expect(scansion('guide', '--sheet', 'note')).toMatchObject({
      code: 2,
      err: expect.stringContaining('needs a record'),
    })
  })

  it.each(['guide', 'visit', 'referral', 'long-note'])('sets the %s of a published case as a tagged PDF', (sheet) => {
    const { code, err } = scansion(
      'guide',
      PUBLISHED,
      '--stage',
      'diagnosed',
      '--sheet',
      sheet,
      '--out',
      at(`${sheet}.pdf`),
    )
    expect([code, err]).toEqual([0, ''])
    const pdf = readFileSync(at(`${sheet}.pdf`), 'latin1')
    expect(pdf.startsWith('%PDF-1.7')).toBe(true)
    expect(pdf).toContain('/MarkInfo')
    expect(pdf).toContain('pdfuaid:part')
  })

  it('refuses to print what no typeface has, and writes nothing', () => {
    writeFileSync(
      at('sign.json'),
      JSON.stringify({ id: '漢字', findings: [{ key: 'polyneuropathy', status: 'present' }] }),
    )
    const { code, err } = scansion('guide', at('sign.json'), '--sheet', 'referral', '--out', at('sign.pdf'))
    expect(code).toBe(1)
    expect(err).toContain('no typeface has the sign 漢, 字')
    expect(() => readFileSync(at('sign.pdf'))).toThrow()
  })

  it.each([
    [['guide'], /--stage is needed: one of suspected/],
    [['guide', '--stage', 'cured'], /--stage "cured" is none of/],
    [['guide', '--stage', 'suspected', '--sheet', 'poster'], /--sheet "poster" is none of/],
    [['guide', '--stage', 'suspected', '--out', 'a.docx'], /ends in none of .html, .pdf, .md/],
    [['guide', '--sheet', 'referral'], /needs a record/],
    [['guide', TREATED, '--stage', 'treatment', '--as-of', 'soon'], /is not a date/],
    [['guide', '--stage', 'suspected', '--out', '/no/such/folder/a.md'], /cannot be written/],
    [['calendar', TREATED, '--titles', 'loud'], /neither plain nor detailed/],
    [['calendar', TREATED, '--out', 'a.txt'], /does not end in .ics/],
  ])('says what is wrong with %j', (args, message) => {
    const { code, err } = scansion(...args)
    expect(code).toBe(2)
    expect(err).toMatch(message)
  })

  it('is about one person', () => {
    const person = { findings: [{ key: 'polyneuropathy', status: 'present' }] }
    writeFileSync(at('two.ndjson'), `${JSON.stringify(person)}\n${JSON.stringify(person)}\n`)
    const { code, err } = scansion('guide', at('two.ndjson'), '--stage', 'suspected')
    expect(code).toBe(2)
    expect(err).toContain('holds more than one record')
  })

  it('says what it could not read, with exit code 3', () => {
    writeFileSync(at('broken.json'), '{')
    const { code, out, err } = scansion('guide', at('broken.json'), '--stage', 'suspected')
    expect([code, out]).toEqual([3, ''])
    expect(err).toContain('broken.json')
  })
})

describe('scansion calendar', () => {
  it('writes a file that a second library reads', () => {
    expect(scansion('calendar', TREATED, '--as-of', '2023-06-01', '--out', at('a.ics')).code).toBe(0)
    const events = new ICAL.Component(ICAL.parse(readFileSync(at('a.ics'), 'utf8'))).getAllSubcomponents('vevent')
    expect(events.length).toBeGreaterThan(2)
    for (const event of events) {
      expect(new ICAL.Event(event).startDate.isDate).toBe(true)
      expect(new ICAL.Event(event).summary).toBe('Appointment to plan')
    }
  })

  it('says why there is nothing to write', () => {
    writeFileSync(at('none.json'), JSON.stringify({ findings: [{ key: 'fever', status: 'present' }] }))
    const { code, out, err } = scansion('calendar', at('none.json'))
    expect([code, out]).toEqual([0, ''])
    expect(err).toContain('no check-up has a date')
  })
})
