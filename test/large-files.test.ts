import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** Files above the size that is read whole: scanned by threads, of the built command. */

const COMMAND = fileURLToPath(new URL('../bin/scansion.js', import.meta.url))
const LARGE = 36 * 1024 * 1024
/** Lines are long, so that few of them make a large file. */
const NARRATIVE = 'x'.repeat(20_000)

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scansion-large-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

interface Line {
  readonly input: string
  readonly assessment?: {
    readonly subject: { readonly sex?: string }
    readonly letters: readonly { readonly value: unknown }[]
  }
  readonly problems?: readonly { readonly code: string; readonly at: string }[]
}

function assess(...files: readonly string[]): { readonly code: number | null; readonly lines: readonly Line[] } {
  const env = { ...process.env, TMPDIR: folder }
  const run = spawnSync(process.execPath, [COMMAND, 'assess', ...files, '--json'], { env, maxBuffer: 1 << 28 })
  const lines = String(run.stdout).trim().split('\n')
  return { code: run.status, lines: lines.map((line): Line => JSON.parse(line)) }
}

const result = (person: string, code: string, n: number, value: number) =>
  `${JSON.stringify({
    resourceType: 'Observation',
    id: `o${n}`,
    status: 'final',
    text: { status: 'generated', div: NARRATIVE },
    code: { coding: [{ system: 'http://loinc.org', code }] },
    subject: { reference: `Patient/${person}` },
    effectiveDateTime: '2024-03-01',
    valueQuantity: { value, unit: '10*3/uL', system: 'http://unitsofmeasure.org', code: '10*3/uL' },
  })}\n`

/** Two persons, the results of both mixed through the whole file: one of them has too many platelets. */
function makeFile(name: string, ends: string): string {
  const path = join(folder, name)
  const file = openSync(path, 'w')
  let size = 0
  for (let n = 0; size < LARGE; n++) {
    const person = n % 2 === 0 ? 'high' : 'normal'
    size += writeSync(file, result(person, n < 2 ? '777-3' : '2947-0', n, person === 'high' ? 900 : 250))
  }
  writeSync(file, ends)
  closeSync(file)
  return path
}

const PATIENTS = ['high', 'normal'].map((id) => `{"resourceType":"Patient","id":"${id}","gender":"male"}\n`).join('')

describe('a file of resources that is larger than is read whole', () => {
  it('gives each person once, with what stands anywhere in it or in the file beside it', () => {
    const large = makeFile('large.ndjson', '')
    const patients = join(folder, 'patients.ndjson')
    writeFileSync(patients, PATIENTS)
    const { code, lines } = assess(large, patients)
    expect(code).toBe(0)
    expect(lines.map(({ input }) => input)).toEqual([`${folder}#Patient/high`, `${folder}#Patient/normal`, folder])
    expect(lines.map(({ assessment }) => assessment?.subject.sex)).toEqual(['male', 'male', undefined])
    expect(JSON.stringify(lines[0]?.assessment)).toContain(`${large}:1#`)
    expect(JSON.stringify(lines[0]?.assessment)).not.toContain(`${large}:2#`)
    // Nothing that was written out in between is left.
    expect(readdirSync(folder).sort()).toEqual(['large.ndjson', 'patients.ndjson'])
  })

  it('tells the line that is broken, and does the rest', () => {
    const { code, lines } = assess(makeFile('broken.ndjson', `{"resourceType": "Observation",\n${PATIENTS}`))
    expect(code).toBe(3)
    expect(lines.filter(({ assessment }) => assessment)).toHaveLength(2)
    expect(lines[0]?.problems?.map(({ code: what }) => what)).toEqual(['json-broken'])
    expect(lines[0]?.input).toMatch(/broken\.ndjson:\d+$/)
  })

  it('reads the same from packed lines', () => {
    const path = join(folder, 'packed.ndjson.gz')
    const text = `${PATIENTS}${Array.from({ length: 2000 }, (_, n) => result('high', n === 0 ? '777-3' : '2947-0', n, 900)).join('')}`
    writeFileSync(path, gzipSync(text))
    const { code, lines } = assess(path)
    expect(code).toBe(0)
    expect(lines.map(({ input }) => input)).toEqual([`${path}#Patient/high`, `${path}#Patient/normal`, path])
    expect(JSON.stringify(lines[0]?.assessment)).toContain(`${path}:3#`)
  })
})
