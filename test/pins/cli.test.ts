import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** What others build on: exit codes, streams, the shape of a line, the pages. Run against the built command. */

const HERE = fileURLToPath(new URL('.', import.meta.url))
const COMMAND = fileURLToPath(new URL('../../bin/scansion.js', import.meta.url))
const RECORDS = 'records'

interface Result {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function scansion(
  args: readonly string[],
  options: { input?: string | Buffer; env?: Record<string, string> } = {},
): Result {
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...rest } = process.env
  const run = spawnSync(process.execPath, [COMMAND, ...args], {
    cwd: HERE,
    input: options.input ?? '',
    env: { ...rest, ...options.env },
    maxBuffer: 1 << 28,
  })
  return { code: run.status, out: String(run.stdout), err: String(run.stderr) }
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scansion-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function put(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const person = (id: string, ...keys: readonly string[]) => ({
  id,
  findings: keys.map((key) => ({ key, status: 'present', when: '2024-01-01' })),
})

interface JsonLine {
  readonly input: string
  readonly assessment?: {
    readonly format: string
    readonly subject: { readonly id: string }
    readonly problems: readonly { readonly code: string }[]
  }
  readonly problems?: readonly {
    readonly code: string
    readonly at: string
    readonly what: string
    readonly hint: string
  }[]
}

const linesOf = (out: string): JsonLine[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as JsonLine)

describe('exit codes and streams', () => {
  it('0 and nothing on stderr for one clean page', () => {
    const { code, out, err } = scansion(['assess', put('clean.json', JSON.stringify(person('x', 'polyneuropathy')))])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('Conclusion')
  })

  it.each([
    ['no command', []],
    ['an unknown command', ['diagnose']],
    ['no file', ['assess']],
    ['an unknown option', ['assess', '--fast', 'a.json']],
    ['a date that is none', ['assess', '--as-of', '2024-02-30', 'a.json']],
    ['a section that is none', ['assess', '--section', 'prognosis', 'a.json']],
    ['an unknown id', ['explain', 'papiledema']],
    ['a dialect that is none', ['explain', 'mayo-2007', '--sql', 'oracle']],
    ['a finding as SQL', ['explain', 'papilledema', '--sql', 'duckdb']],
    ['SQL and JSON at once', ['explain', 'mayo-2007', '--sql', 'duckdb', '--json']],
    ['masks without SQL', ['explain', 'mayo-2007', '--masks']],
    ['an unknown code system', ['codes', 'nonsense']],
    ['an unknown command of knowledge', ['knowledge', 'polish']],
  ])('2 for %s, told on stderr, nothing on stdout', (_, args) => {
    const { code, out, err } = scansion(args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err.length).toBeGreaterThan(10)
  })

  it('3 when a file is missing, and the others are done', () => {
    const good = put('good.json', JSON.stringify(person('x', 'polyneuropathy')))
    const { code, out, err } = scansion(['assess', join(folder, 'gone.json'), good, '--json'])
    expect(code).toBe(3)
    const [gone, done] = linesOf(out)
    expect(gone?.problems?.[0]).toMatchObject({ code: 'file-not-found', at: join(folder, 'gone.json') })
    expect(Object.keys(gone ?? {})).toEqual(['input', 'problems'])
    expect(Object.keys(done ?? {})).toEqual(['input', 'assessment'])
    expect(err).toContain('file-not-found')
    expect(err).toContain('1 record assessed')
  })

  it('3 when a part of a record could not be read', () => {
    const { code, out } = scansion(['assess', join(RECORDS, 'haematologist.yaml'), '--json'])
    expect(code).toBe(3)
    expect(linesOf(out)[0]?.assessment?.problems.map((item) => item.code)).toEqual(
      expect.arrayContaining(['key-unknown', 'unit-missing']),
    )
  })

  it('suggests what was meant', () => {
    expect(scansion(['asess', 'a.json']).err).toContain('Did you mean assess?')
    expect(scansion(['explain', 'papiledema']).err).toContain('did you mean papilledema')
  })

  it('ends quietly when the reader of its pipe leaves', () => {
    const file = put(
      'many.ndjson',
      Array.from({ length: 400 }, (_, i) => JSON.stringify(person(`${i}`, 'polyneuropathy'))).join('\n'),
    )
    const run = spawnSync('sh', ['-c', `"${process.execPath}" "${COMMAND}" assess "${file}" --json | head -n 1`], {
      maxBuffer: 1 << 28,
    })
    expect(String(run.stderr)).not.toContain('EPIPE')
    expect(linesOf(String(run.stdout))).toHaveLength(1)
  })
})

describe('--json', () => {
  it('gives one line per record in input order, over files, lists, lines, packed files and stdin', () => {
    const list = put('list.json', JSON.stringify([person('l1'), person('l2')]))
    const lines = put('lines.ndjson', `${JSON.stringify(person('n1'))}\n{broken\n${JSON.stringify(person('n3'))}\n`)
    const packed = put('packed.json.gz', gzipSync(JSON.stringify(person('g1'))))
    const { code, out } = scansion(['assess', packed, list, lines, '-', '--json'], {
      input: JSON.stringify(person('s1')),
    })
    expect(code).toBe(3)
    expect(linesOf(out).map(({ assessment, problems }) => assessment?.subject.id ?? problems?.[0]?.code)).toEqual([
      'g1',
      'l1',
      'l2',
      'n1',
      'json-broken',
      'n3',
      's1',
    ])
    expect(linesOf(out).map(({ input }) => input)).toEqual([
      packed,
      `${list}#/0`,
      `${list}#/1`,
      `${lines}:1`,
      `${lines}:2`,
      `${lines}:3`,
      'stdin',
    ])
  })

  it('pins the top-level names of an assessment', () => {
    const { out } = scansion(['assess', join(RECORDS, 'neurologist.json'), '--json', '--as-of', '2024-12-31'])
    const [line] = linesOf(out)
    expect(Object.keys(line?.assessment ?? {})).toEqual([
      'format',
      'engine',
      'knowledge',
      'subject',
      'asOf',
      'conclusion',
      'letters',
      'criteria',
      'redFlags',
      'workup',
      'differential',
      'problems',
    ])
    expect(line?.assessment).toMatchObject({ format: 'scansion.assessment/1', asOf: '2024-12-31' })
  })

  it('pins the top-level names of the way after the diagnosis', () => {
    const { out } = scansion(['assess', join(RECORDS, 'followed.yaml'), '--json', '--as-of', '2024-10-01'])
    expect(Object.keys(linesOf(out)[0]?.assessment ?? {}).slice(9)).toEqual([
      'workup',
      'differential',
      'risk',
      'complications',
      'treatment',
      'response',
      'monitoring',
      'recovery',
      'support',
      'coding',
      'problems',
    ])
  })

  it('keeps only the sections asked for', () => {
    const { out } = scansion(['assess', join(RECORDS, 'neurologist.json'), '--json', '--section', 'conclusion'])
    expect(Object.keys(linesOf(out)[0]?.assessment ?? {})).toEqual([
      'format',
      'engine',
      'knowledge',
      'subject',
      'asOf',
      'conclusion',
      'problems',
    ])
  })

  it('tells totals on stderr and nothing else, however slow the reader', () => {
    const file = put(
      'slow.ndjson',
      Array.from({ length: 60 }, (_, i) => JSON.stringify(person(`${i}`, 'polyneuropathy'))).join('\n'),
    )
    const { code, err } = scansion(['assess', file, '--json'])
    expect({ code, err }).toEqual({ code: 0, err: '60 records assessed: 60 undetermined. No problems.\n' })
  })

  it('never colours', () => {
    const { out } = scansion(['assess', join(RECORDS, 'neurologist.json'), '--json'], { env: { FORCE_COLOR: '1' } })
    expect(out).not.toContain('\u001b')
  })
})

describe('encodings', () => {
  const text = JSON.stringify({ id: 'λ', findings: [] })
  it.each([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 LE', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 BE', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ])('%s is read', (name, bytes) => {
    const { code, out } = scansion(['assess', put(`${name}.json`, bytes), '--json'])
    expect(code).toBe(0)
    expect(linesOf(out)[0]?.assessment?.subject.id).toBe('λ')
  })

  it('bytes that are no text are named, and the rest is read', () => {
    const path = put('latin.json', Buffer.from('{"id":"Andr\u00e9","findings":[]}', 'latin1'))
    const { code, out } = scansion(['assess', path, '--json'])
    expect(code).toBe(3)
    const { assessment } = linesOf(out)[0] ?? {}
    expect(assessment?.subject.id).toBe('Andr\ufffd')
    expect(assessment?.problems[0]).toMatchObject({ code: 'file-encoding', at: `${path}:1` })
  })
})

describe('FHIR and back', () => {
  const file = () =>
    put(
      'fhir-source.json',
      JSON.stringify({
        id: 'there-and-back',
        sex: 'male',
        findings: [
          { key: 'polyneuropathy', status: 'present', when: '2024-01-01' },
          { key: 'm-protein-ife', status: 'present', when: '2024-01-02' },
          { key: 'light-chain', value: 'lambda', when: '2024-01-02' },
          { key: 'papilledema', status: 'present', when: '2024-02-01' },
        ],
        measurements: [{ key: 'vegf-plasma', value: 480, unit: 'pg/mL', when: '2024-02-01' }],
      }),
    )
  const conclusion = (path: string) => {
    const { code, out } = scansion(['assess', path, '--as-of', '2024-12-31', '--section', 'conclusion', '--json'])
    expect(code).toBe(0)
    const line = JSON.parse(out) as { assessment: { conclusion: object }; coverage?: { kinds: object } }
    return line
  }

  it.each(['record', 'both'])('--content %s gives the same verdict when it is read again', (content) => {
    const { code, out, err } = scansion(['convert', file(), '--to', 'fhir', '--content', content])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const back = conclusion(put(`${content}.json`, out))
    expect(back.assessment.conclusion).toEqual(conclusion(file()).assessment.conclusion)
    expect(back.assessment.conclusion).toMatchObject({ value: 'met' })
    expect(back.coverage?.kinds).toMatchObject({ Patient: { read: 1, used: 1 }, Observation: { notUnderstood: 0 } })
  })

  it('writes the assessment by default, and says that the record is not in it', () => {
    const { out, err } = scansion(['convert', file(), '--to', 'fhir'])
    expect(out).toContain('"DiagnosticReport"')
    expect(err).toContain('--content record')
  })

  it.each([[['--to', 'fhir', '--content', 'nothing']], [['--to', 'csv', '--content', 'record']]])(
    '2 for %j',
    (flags) => {
      expect(scansion(['convert', file(), ...flags]).code).toBe(2)
    },
  )
})

describe('help', () => {
  it('lists what there is, and nothing that is not there yet', () => {
    const { code, out, err } = scansion(['--help'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const word of [
      'assess',
      'replay',
      'explain',
      'codes',
      'guide',
      'calendar',
      'convert',
      'export',
      'synth',
      'serve',
      'knowledge',
      'Exit codes: 0',
      '--version',
    ])
      expect(out).toContain(word)
    for (const later of ['screen']) expect(out).not.toContain(later)
  })

  it.each([
    ['assess', ['--as-of', '--section', '--all', '--json']],
    ['replay', ['--json', '--mapping']],
    ['convert', ['--to', '--content', '--mapping', '--guess', '--out', '--as-of', '--force']],
    ['synth', ['--format', '--persons', '--seed', '--mix', '--dirt', '--layout', '--parquet', '--out', '--truth']],
    ['explain', ['--json', '--sql', '--masks']],
    ['export', ['--to', '--rule', '--over', '--base', '--force', 'https://example.org/fhir']],
    ['codes', ['--json']],
    ['serve', ['--port', '7321', '--host', '127.0.0.1', '--open']],
  ])('%s --help names its options', (command, options) => {
    const { code, out } = scansion([command, '--help'])
    expect(code).toBe(0)
    for (const option of options) expect(out).toContain(option)
  })

  it('prints the version of the package', () => {
    const { version } = JSON.parse(readFileSync(join(HERE, '../../package.json'), 'utf8')) as { version: string }
    expect(scansion(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' })
  })
})

describe('explain, codes, knowledge lint', () => {
  it('explain tells every entry of an id, as words and as JSON', () => {
    expect(scansion(['explain', 'mayo-2007']).out).toMatch(
      /All four of these[\s\S]*at least one of these three[\s\S]*Sources\n/,
    )
    const entry = JSON.parse(scansion(['explain', 'organomegaly', '--json']).out) as {
      id: string
      entries: { kind: string }[]
    }
    expect(entry.id).toBe('organomegaly')
    expect(entry.entries.map(({ kind }) => kind)).toContain('rules')
  })

  it.each([
    ...['papilledema', 'vegf', 'hit12', 'case-definition', 'conclusion.met', 'platelets'],
    // One of each kind of the clinical path.
    ...['cidp', 'engraftment-syndrome', 'seven-factor', 't5-induction', 'bcma-car-t', 'lenalidomide-thrombosis'],
    ...['thrombosis-prevention', 'hematologic', 'three-monthly-visit', 'motor', 'mood', 'snomed-ct', 'uclh', 'mgcs'],
    ...['age-fifty', 'epidemiology'],
  ])('explain %s has words', (id) => {
    const { code, out } = scansion(['explain', id])
    expect(code).toBe(0)
    expect(out).toContain(id)
    expect(out).not.toContain('undefined')
  })

  it('codes lists the systems, and one system with its notice', () => {
    expect(scansion(['codes']).out).toMatch(/^system +codes\n/)
    const { out } = scansion(['codes', 'snomed-ct'])
    expect(out).toMatch(/79268002 +exact +poems-syndrome/)
    expect(out).toContain('SNOMED International')
    const json = JSON.parse(scansion(['codes', 'HPO', '--json']).out) as {
      system: string
      codes: { code: string; key: string; relation: string }[]
    }
    expect(json.codes).toContainEqual(
      expect.objectContaining({ code: 'HP:0001085', key: 'papilledema', relation: 'exact' }),
    )
  })

  it('knowledge lint ends with 1 where something is wrong', () => {
    const { code, out } = scansion(['knowledge', 'lint', folder])
    expect(code).toBe(1)
    expect(out).toContain('Errors')
  })
})

describe('replay', () => {
  interface Line {
    readonly input: string
    readonly replay?: {
      readonly subject: string
      readonly rules: readonly { readonly id: string; readonly kind: string; readonly first: string | null }[]
      readonly firstFlag: string | null
      readonly diagnosed: string | null
      readonly delayDays: number | null
      readonly delayMonths: number | null
      readonly problem?: string
    }
    readonly problems?: readonly { readonly code: string }[]
  }
  const linesIn = (out: string): Line[] =>
    out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line)

  it('gives one object per record and line, with the delay in days and months', () => {
    const list = put('replay.json', JSON.stringify([person('l1', 'polyneuropathy'), { id: 'l2', findings: [] }]))
    const { code, out } = scansion([
      'replay',
      join(RECORDS, 'followed.yaml'),
      list,
      join(folder, 'gone.json'),
      '--json',
    ])
    expect(code).toBe(3)
    const [followed, ...others] = linesIn(out)
    expect(followed?.replay).toMatchObject({
      subject: 'made-up-followed',
      firstFlag: '2022-10-01',
      diagnosed: '2023-03-14',
      delayDays: 164,
      delayMonths: 5.4,
    })
    expect(followed?.replay?.rules).toContainEqual(
      expect.objectContaining({ id: 'mayo-2007', kind: 'criteria', first: '2023-02-21' }),
    )
    expect(others.map(({ replay, problems }) => replay?.subject ?? problems?.[0]?.code)).toEqual([
      'l1',
      'l2',
      'file-not-found',
    ])
    expect(Object.keys(others[2] ?? {})).toEqual(['input', 'problems'])
  })

  it('says that a record without a calendar has no days', () => {
    const file = put(
      'months.json',
      JSON.stringify({ id: 'm', findings: [{ key: 'papilledema', status: 'present', when: 'baseline' }] }),
    )
    expect(scansion(['replay', file]).out).toContain('Add "presentation"')
    expect(linesIn(scansion(['replay', file, '--json']).out)[0]?.replay?.problem).toBe('no-calendar')
  })

  it('tells the days in order for a person', () => {
    const { code, out } = scansion(['replay', join(RECORDS, 'followed.yaml')])
    expect(code).toBe(0)
    expect(out).toMatch(/2022-10-01 {2}▲[\s\S]*2023-02-21 {2}◆[\s\S]*2023-03-14 {2}● POEMS syndrome recorded/)
  })
})

describe('SQL', () => {
  const dialects = ['duckdb', 'postgres', 'spark', 'trino']
  it.each([
    ...dialects.map((dialect) => [dialect, 'mayo-2007', []] as const),
    ...dialects.map((dialect) => [dialect, 'sclerotic-lesion', ['--masks']] as const),
  ])('for %s of %s %j', (dialect, id, flags) => {
    const { code, out, err } = scansion(['explain', id, '--sql', dialect, ...flags])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const path = join(HERE, 'golden', `${id}.${dialect}.sql`)
    if (process.env.UPDATE) writeFileSync(path, out)
    expect(out).toBe(readFileSync(path, 'utf8'))
  })
})

describe('pages', () => {
  // Someone with a reason to look, a met set, weak evidence, nothing to look for, a treated person with dates, coded data.
  it.each([
    ['neurologist.json', 'records/neurologist.json', '2024-12-31'],
    ['haematologist.yaml', 'records/haematologist.yaml', '2024-12-31'],
    ['followed.yaml', 'records/followed.yaml', '2024-10-01'],
    ['hospital-bundle.json', 'records/hospital-bundle.json', '2024-12-31'],
    ['poems-020.json', '../../cases/published/poems-020.json', undefined],
    ['anti-mag-mild-vegf.yaml', '../../cases/teaching/anti-mag-mild-vegf.yaml', '2024-12-31'],
    ['nothing-to-look-for.yaml', '../../cases/teaching/nothing-to-look-for.yaml', '2024-12-31'],
  ])('the page of %s', (name, record, asOf) => {
    const { out } = scansion(['assess', record, ...(asOf === undefined ? [] : ['--as-of', asOf])])
    const path = join(HERE, 'golden', `${name}.txt`)
    // The hash of the knowledge changes with every word of it.
    const page = out.replace(/knowledge \S+/, 'knowledge …')
    if (process.env.UPDATE) writeFileSync(path, page)
    expect(page).toBe(readFileSync(path, 'utf8'))
    expect(Math.max(...page.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(80)
  })

  it('colours only where it is asked to, and changes nothing else', () => {
    const args = ['assess', join(RECORDS, 'neurologist.json'), '--as-of', '2024-12-31']
    const plain = scansion(args).out
    const colour = scansion(args, { env: { FORCE_COLOR: '1' } }).out
    expect(plain).not.toContain('\u001b')
    expect(colour).toContain('\u001b[')
    expect(stripVTControlCharacters(colour)).toBe(plain)
  })
})

describe('export', () => {
  it('writes libraries of CQL that say all exactly, and never into a folder that holds something', () => {
    const into = join(folder, 'cql')
    const { code, out, err } = scansion(['export', '--to', 'cql', into])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('Mayo2007.cql: ')
    expect(out).not.toContain('not exact')
    const [overFhir = '', overFacts = ''] = ['Mayo2007', 'Mayo2007OverFacts'].map((name) =>
      readFileSync(join(into, `${name}.cql`), 'utf8'),
    )
    for (const text of [overFhir, overFacts]) expect(text).toContain('define "mayo-2007":')
    expect(overFhir).toContain("using FHIR version '4.0.1'")
    expect(overFacts).not.toContain('FHIR')
    writeFileSync(join(into, 'own.txt'), 'mine')
    const again = scansion(['export', '--to', 'cql', into])
    expect(again.code).toBe(2)
    expect(again.err).toContain('--force')
    expect(scansion(['export', '--to', 'cql', into, '--force']).code).toBe(0)
    expect(readFileSync(join(into, 'own.txt'), 'utf8')).toBe('mine')
  })

  it('writes a FHIR package under the address given, with the terms of its codes', () => {
    const into = join(folder, 'fhir')
    expect(scansion(['export', '--to', 'fhir', into, '--base', 'https://example.com/r4/']).code).toBe(0)
    const manifest = JSON.parse(readFileSync(join(into, 'package/package.json'), 'utf8'))
    expect(manifest).toMatchObject({ canonical: 'https://example.com/r4', fhirVersions: ['4.0.1'] })
    const set = readFileSync(join(into, 'package/ValueSet-papilledema.json'), 'utf8')
    expect(set).toContain('"url": "https://example.com/r4/ValueSet/papilledema"')
    expect(readFileSync(join(into, 'package/other/NOTICE'), 'utf8')).toContain('Regenstrief')
    const rules = readFileSync(join(into, 'package/other/ScansionRules.cql'), 'utf8')
    expect(rules).toContain("'https://example.com/r4/ValueSet/papilledema'")
  })

  it.each([
    [[], 'say what to write'],
    [['--to', 'basic'], 'none of'],
    [['--to', 'cql', '--rule', 'mayo-2008'], 'is no rule'],
    [['--to', 'cql', '--base', 'here'], 'is no address'],
    [['--to', 'cql', '--over', 'records'], 'none of fhir, facts'],
    [['--to', 'fhir', '--over', 'fhir'], '--over'],
    [['--to', 'fhir', '--base', 'here'], 'is no address'],
    [['--to', 'fhir', '--rule', 'mayo-2007'], '--rule'],
  ])('%j is wrong usage, and writes nothing', (flags, says) => {
    const into = join(folder, 'refused')
    const { code, err } = scansion(['export', into, ...flags])
    expect(code).toBe(2)
    expect(err).toContain(says)
    expect(() => readFileSync(into)).toThrow('ENOENT')
  })
})
