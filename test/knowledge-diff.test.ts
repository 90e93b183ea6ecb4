import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from './support/docs.ts'
import { type Change, changed } from './support/sound-knowledge.ts'

interface Told {
  readonly changes: readonly {
    readonly kind: string
    readonly id: string
    readonly change: string
    readonly was: readonly string[]
    readonly is: readonly string[]
  }[]
  readonly cases: number
  readonly verdicts: readonly {
    readonly case: string
    readonly of: string
    readonly was: string
    readonly is: string
    readonly because: readonly string[]
  }[]
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scansion-diff-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function diff(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'bin/scansion.js'), 'knowledge', 'diff', ...args],
    { cwd: folder, encoding: 'utf8' },
  )
  return { code: status, out: stdout, err: stderr }
}

function small(name: string, ...changes: readonly Change[]): string {
  for (const { path, text } of changed(...changes)) {
    mkdirSync(dirname(join(folder, name, path)), { recursive: true })
    writeFileSync(join(folder, name, path), text)
  }
  return join(folder, name)
}

/** The knowledge of this repository with one text of one file replaced. */
function mutated(name: string, file: string, was: string, is: string): string {
  const copy = join(folder, name)
  cpSync(join(ROOT, 'knowledge'), copy, { recursive: true })
  const text = readFileSync(join(copy, file), 'utf8')
  expect(text).toContain(was)
  writeFileSync(join(copy, file), text.replace(was, is))
  return copy
}

function cases(name: string, findings: readonly object[]): string {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'one.json'), JSON.stringify({ id: 'one', findings }))
  return join(folder, name)
}

const present = (key: string) => ({ key, status: 'present', when: '2024-01-01' })
const REAL = join(ROOT, 'knowledge')

describe('knowledge diff', () => {
  it('finds nothing between a knowledge and itself, also in its built form', () => {
    const same = diff(REAL, join(ROOT, 'dist/knowledge'))
    expect(same).toMatchObject({ code: 0, out: 'Nothing differs.\n' })
  })

  it('names what was added, removed and changed in two small knowledges', () => {
    const a = small('a')
    const b = small(
      'b',
      { file: 'measured/platelets.yaml', replace: '>= 450', with: '>= 500' },
      { file: 'sources/work-two.yaml', with: 'title: Another work\nkind: paper\nread: abstract\n' },
    )
    const { code, out } = diff(a, b, '--json')
    const told: Told = JSON.parse(out)
    expect(code).toBe(1)
    expect(told.changes.map(({ kind, id, change }) => `${kind} ${id} ${change}`)).toEqual([
      'measurement table platelets changed',
      'source work-two added',
    ])
    expect(told.changes[0]?.was.join()).toContain('≥ 450 × 10⁹/L')
    expect(told.changes[0]?.is.join()).toContain('≥ 500 × 10⁹/L')
    const back: Told = JSON.parse(diff(b, a, '--json').out)
    expect(back.changes.map(({ id, change }) => `${id} ${change}`)).toContain('work-two removed')
  })

  it('says whose verdict a lower platelet count changes, and that the table alone does it', () => {
    const b = mutated('platelets-400', 'measured/platelets.yaml', '>= 450 10*9/L', '>= 400 10*9/L')
    const person = cases('counted', [
      present('polyneuropathy'),
      present('m-protein-ife'),
      present('sclerotic-bone-lesion'),
      { key: 'platelets', value: 420, unit: '10*9/L', when: '2024-01-01' },
    ])
    const told: Told = JSON.parse(diff(REAL, b, '--cases', person, '--json').out)
    expect(told.cases).toBe(1)
    expect(told.verdicts.find(({ of }) => of === 'mayo-2007')).toMatchObject({
      was: 'undetermined',
      is: 'met, moderate',
      because: ['measurement table platelets'],
    })
    // The day before nothing of it was known.
    const before: Told = JSON.parse(diff(REAL, b, '--cases', person, '--as-of', '2023-12-31', '--json').out)
    expect(before).toMatchObject({ cases: 1, verdicts: [] })
  })

  it('shows in words which minor was dropped, and the published case that loses its verdict', () => {
    const b = mutated('no-skin', 'rules/criteria/mayo-2007.yaml', '        - rule: skin-changes\n', '')
    const { code, out } = diff(REAL, b, '--cases', join(ROOT, 'cases/published'), '--markdown')
    expect(code).toBe(1)
    expect(out).toContain('a minor criterion: at least one of these six')
    expect(out).toContain('a minor criterion: at least one of these five')
    expect(out).toMatch(/poems-001 .*\| mayo-2007 \| met, moderate \| undetermined \| rule mayo-2007 \|/)
  })

  it('refuses a folder that is no knowledge, cases that are not there, and a day that is none', () => {
    expect(diff(REAL, join(folder, 'nowhere')).code).toBe(2)
    expect(diff(REAL, REAL, '--cases', 'nowhere').code).toBe(2)
    expect(diff(REAL, REAL, '--as-of', 'soon').code).toBe(2)
  })
})
