import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { Value } from 'typebox/value'
import { LineCounter, parseDocument } from 'yaml'
import type { Problem } from '../schema/problem.ts'
import type { AnalyteRows, FamilyRows, Rational, Rows, UnitTable } from '../schema/units.ts'
import { UnitsFile } from '../schema/units.ts'

/**
 * Makes `core/units.generated.ts` from `knowledge/units.yaml` and ucum-lhc.
 * `node dist/load/units.js --write` writes it, `--check` ends with 1 if it is not what the knowledge says.
 * Only for building: ucum-lhc is no dependency of what is installed, so `load/index.ts` does not export this.
 */

interface Ucum {
  convertUnitTo(
    from: string,
    value: number,
    to: string,
    options?: { molecularWeight?: number },
  ): { status: string; toVal: number | null; msg: readonly string[] }
  validateUnitString(unit: string): { status: string; msg: readonly string[] }
}
// ucum-lhc has no types; required rather than imported, so that the one annotation here is all it takes.
const { UcumLhcUtils }: { UcumLhcUtils: { getInstance(): Ucum } } = createRequire(import.meta.url)('@lhncbc/ucum-lhc')
const ucum = UcumLhcUtils.getInstance()

/** A fraction while it is being reckoned: numbers would lose digits beyond 2^53. */
interface Fraction {
  readonly n: bigint
  readonly d: bigint
}
const ONE: Fraction = { n: 1n, d: 1n }

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))
const reduce = (n: bigint, d: bigint): Fraction => ({ n: n / gcd(n, d), d: d / gcd(n, d) })
const times = (a: Fraction, b: Fraction): Fraction => reduce(a.n * b.n, a.d * b.d)
const inverse = (a: Fraction): Fraction => ({ n: a.d, d: a.n })
const approx = (a: Fraction): number => Number(a.n) / Number(a.d)

/** Reads `"113.12"` or `"1/21.2"`, losing nothing. */
function exact(text: string): Fraction {
  const decimal = (part: string): Fraction => {
    const [whole = '', places = ''] = part.split('.')
    return reduce(BigInt(whole + places), 10n ** BigInt(places.length))
  }
  const [above = '', below] = text.split('/')
  return below === undefined ? decimal(above) : times(decimal(above), inverse(decimal(below)))
}

/**
 * The fraction behind a factor that ucum-lhc computed in binary floating point (0.9999999999999999 → 1): the first
 * continued fraction as near as that noise allows. Two different ones with terms as small as those of units cannot be.
 */
function simplest(factor: number): Fraction {
  if (factor < 1) return inverse(simplest(1 / factor))
  let [n0, d0, n1, d1] = [0n, 1n, 1n, 0n]
  for (let rest = factor, turn = 0; turn < 24; turn++) {
    // 999999999999.9999 is 10^12: try the nearest whole number before the one below.
    const near = BigInt(Math.round(rest))
    const end = { n: near * n1 + n0, d: near * d1 + d0 }
    if (Math.abs(approx(end) / factor - 1) < 1e-14) return reduce(end.n, end.d)
    const whole = BigInt(Math.floor(rest))
    ;[n0, d0, n1, d1] = [n1, d1, whole * n1 + n0, whole * d1 + d0]
    rest = 1 / (rest - Number(whole))
  }
  throw new Error(`no simple fraction near ${factor}`)
}

type Report = (path: readonly (string | number)[], what: string, hint: string) => void
type Authored = UnitsFile['analytes'][number]

/** ucum-lhc's factor as a fraction, or undefined after reporting why there is none. */
function factorOf(from: string, to: string, say: (what: string) => void): Fraction | undefined {
  if (from === to) return ONE
  const { status, toVal, msg } = ucum.convertUnitTo(from, 1, to)
  if (status === 'succeeded' && toVal !== null) return simplest(toVal)
  say(`ucum-lhc does not convert ${from} to ${to}: ${msg.join('; ')}`)
  return undefined
}

/** Builds the table in memory; everything wrong in the file is reported, and left out. */
class Table {
  // Units of each family with their factor to the family's first unit.
  readonly #families = new Map<string, Map<string, Fraction>>()
  readonly #file: UnitsFile
  readonly #report: Report

  constructor(file: UnitsFile, report: Report) {
    this.#file = file
    this.#report = report
  }

  build(): UnitTable {
    const families = Object.entries(this.#file.families).map(([id, family]) => this.#family(id, family))
    const analytes = this.#file.analytes.flatMap((analyte, index) => this.#analyte(analyte, index))
    const named = [...this.#families.values()].flatMap((units) => [...units.keys()])
    const understood = this.#file.refused.flatMap((entry) => (entry.keys === undefined ? [] : entry.units))
    const units = [...new Set([...named, ...understood])]
    this.#file.refused.forEach((entry, index) => {
      if (entry.keys !== undefined) for (const unit of entry.units) this.#valid(unit, ['refused', index, 'units'])
    })
    return {
      families: families.filter(({ to }) => Object.keys(to).length > 0),
      analytes,
      units,
      aliases: this.#aliases(new Set(units)),
      refused: this.#file.refused,
    }
  }

  #valid(unit: string, path: readonly (string | number)[]): boolean {
    const { status, msg } = ucum.validateUnitString(unit)
    if (status !== 'valid')
      this.#report(
        path,
        `"${unit}" is not UCUM: ${msg.join('; ')}`,
        'write UCUM here and the printed form under aliases',
      )
    return status === 'valid'
  }

  #family(id: string, family: UnitsFile['families'][string]): FamilyRows {
    const path = ['families', id]
    // An arbitrary unit has no size, but its prefixes and volumes are those of any other unit.
    const plain = (unit: string) => (family.arbitrary === undefined ? unit : unit.replace(family.arbitrary, 'g'))
    const units = new Map<string, Fraction>()
    const first = family.units[0] ?? ''
    family.units.forEach((unit, index) => {
      const say = (what: string) =>
        this.#report([...path, 'units', index], what, 'a family holds only units that become one another')
      const factor = this.#valid(unit, [...path, 'units', index]) ? factorOf(plain(unit), plain(first), say) : undefined
      if (factor !== undefined) units.set(unit, factor)
    })
    this.#families.set(id, units)
    const to: Record<string, Rows> = {}
    family.canonical.forEach((unit, index) => {
      const own = units.get(unit)
      if (own === undefined)
        this.#report([...path, 'canonical', index], `"${unit}" is not among the units of ${id}`, 'list it under units')
      else to[unit] = this.#rows(units, inverse(own), path)
    })
    return { family: id, to, sources: family.sources }
  }

  #rows(units: ReadonlyMap<string, Fraction>, factor: Fraction, path: readonly (string | number)[]): Rows {
    const rows: Record<string, Rational> = {}
    for (const [unit, own] of units) {
      const { n, d } = times(own, factor)
      if (n <= Number.MAX_SAFE_INTEGER && d <= Number.MAX_SAFE_INTEGER) rows[unit] = [Number(n), Number(d)]
      else this.#report(path, `the factor of ${unit}, ${n}/${d}, is too long for a number`, 'leave the unit out')
    }
    return rows
  }

  #unitsWith(unit: string): ReadonlyMap<string, Fraction> | undefined {
    return [...this.#families.values()].find((units) => units.has(unit))
  }

  #analyte(authored: Authored, index: number): AnalyteRows[] {
    const path = ['analytes', index]
    const { keys, to, note, proposal, unverified } = authored
    const sources = authored.sources ?? []
    const mass = authored['molar-mass']
    const from = mass === undefined ? authored.from?.unit : 'mol/L'
    const units = from === undefined ? undefined : this.#unitsWith(from)
    if (from === undefined || units === undefined || this.#unitsWith(to) === undefined) {
      this.#report(
        path,
        `${keys.join(', ')}: from ${from ?? 'nothing'} to ${to} names no listed unit`,
        'give molar-mass or from, with units of the families',
      )
      return []
    }
    if (sources.length === 0 && proposal !== true) {
      this.#report(
        path,
        `${keys.join(', ')}: neither sources nor proposal: true`,
        'name the work, or mark the row as our proposal',
      )
      return []
    }
    const shared = { to, ...(note && { note }), ...(proposal && { proposal }), sources }
    if (unverified === true) return keys.map((key) => ({ key, ...shared, from: {}, off: [...units.keys()] }))
    const link = this.#link(authored, from, units, path)
    if (link === undefined) return []
    const offset = authored.from?.offset === undefined ? undefined : exact(authored.from.offset)
    const rows = offset === undefined ? this.#rows(units, link, path) : this.#rows(new Map([[from, ONE]]), link, path)
    return keys.map((key) => ({
      key,
      ...shared,
      from: rows,
      ...(offset && { offset: [Number(offset.n), Number(offset.d)] as const }),
    }))
  }

  /** The factor from the first unit of the family of `from` to the unit of the key. */
  #link(
    authored: Authored,
    from: string,
    units: ReadonlyMap<string, Fraction>,
    path: readonly (string | number)[],
  ): Fraction | undefined {
    const say = (what: string) => this.#report(path, what, 'check the units and the factor')
    const mass = authored['molar-mass']
    if (mass !== undefined) {
      const perGram = factorOf('g/L', authored.to, say)
      if (perGram === undefined) return undefined
      const link = times(exact(mass), perGram)
      const theirs = ucum.convertUnitTo('mol/L', 1, authored.to, { molecularWeight: Number(mass) }).toVal
      if (theirs === null || Math.abs(approx(link) / theirs - 1) > 1e-9)
        say(`ucum-lhc finds ${theirs} where we find ${approx(link)}`)
      return link
    }
    const { factor, offset } = authored.from ?? {}
    const direct = factor === undefined ? factorOf(from, authored.to, say) : exact(factor)
    if (direct === undefined || offset !== undefined) return direct
    return times(direct, inverse(units.get(from) ?? ONE))
  }

  #aliases(units: ReadonlySet<string>): UnitTable['aliases'] {
    const readAs = new Map([...units].map((unit) => [unit, unit]))
    for (const [unit, texts] of Object.entries(this.#file.aliases)) {
      if (!units.has(unit))
        this.#report(['aliases', unit], `"${unit}" is in no family`, 'list it under the units of a family')
      texts.forEach((text, index) => {
        const other = readAs.get(text)
        if (other !== undefined)
          this.#report(['aliases', unit, index], `"${text}" is already read as ${other}`, 'keep one of the two')
        readAs.set(text, unit)
      })
    }
    return this.#file.aliases
  }
}

/** One entry a line, single quotes: a difference then shows what changed. */
function print(table: UnitTable): string {
  const quote = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
  const value = (it: unknown): string => {
    if (Array.isArray(it)) return `[${it.map(value).join(', ')}]`
    if (typeof it === 'object' && it !== null) return `{ ${fields(it).join(', ')} }`
    return typeof it === 'string' ? quote(it) : String(it)
  }
  const fields = (it: object) =>
    Object.entries(it).map(([name, of]) => `${/^[a-z]\w*$/i.test(name) ? name : quote(name)}: ${value(of)}`)
  const lines = (items: readonly string[], indent: string) => items.map((item) => `${indent}${item},\n`).join('')
  const families = table.families.map(
    ({ family, to, sources }) =>
      `{\n      family: ${quote(family)},\n      sources: ${value(sources)},\n      to: {\n${lines(fields(to), '        ')}      },\n    }`,
  )
  return `// generated by src/load/units.ts from knowledge/units.yaml: change that file, then run \`node dist/load/units.js --write\`
import type { UnitTable } from '../schema/units.ts'

/** Exact factors as [numerator, denominator], what laboratories print, and what is refused. */
export const UNIT_TABLE: UnitTable = {
  families: [
${lines(families, '    ')}  ],
  analytes: [
${lines(table.analytes.map(value), '    ')}  ],
  units: ${value(table.units)},
  aliases: {
${lines(fields(table.aliases), '    ')}  },
  refused: [
${lines(table.refused.map(value), '    ')}  ],
}
`
}

/**
 * The text of the generated module, and what is wrong in the file that describes it.
 * Example: `generate(yaml, 'knowledge/units.yaml').problems` is empty for a sound file.
 */
export function generate(yaml: string, name: string): { text: string | undefined; problems: readonly Problem[] } {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines, uniqueKeys: true })
  const problems: Problem[] = document.errors.map((error) => ({
    code: 'yaml-broken',
    at: `${name}:${lines.linePos(error.pos[0]).line}`,
    what: error.message.split('\n')[0] ?? 'not YAML',
    hint: 'mend the YAML at this line',
  }))
  if (problems.length > 0) return { text: undefined, problems }
  const report: Report = (path, what, hint) => {
    const node = document.getIn(path, true)
    const start =
      typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
        ? Number(node.range[0])
        : 0
    problems.push({
      code: 'knowledge-invalid',
      at: `${name}:${lines.linePos(start).line} /${path.join('/')}`,
      what,
      hint,
    })
  }
  const content: unknown = document.toJS()
  if (!Value.Check(UnitsFile, content)) {
    for (const error of Value.Errors(UnitsFile, content)) {
      const path = error.instancePath.split('/').slice(1)
      report(
        path.map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~'))),
        error.message,
        'see src/schema/units.ts for the shape',
      )
    }
    return { text: undefined, problems }
  }
  return { text: print(new Table(content, report).build()), problems }
}

/** Compares or writes the generated file; answers the exit code. */
function main(mode: string | undefined): number {
  const source = new URL('../../knowledge/units.yaml', import.meta.url)
  const target = new URL('../../src/core/units.generated.ts', import.meta.url)
  if (mode !== '--check' && mode !== '--write') {
    process.stderr.write('usage: node dist/load/units.js --check | --write\n')
    return 2
  }
  const { text, problems } = generate(readFileSync(source, 'utf8'), 'knowledge/units.yaml')
  for (const { at, what, hint } of problems) process.stderr.write(`${at}: ${what} (${hint})\n`)
  if (text === undefined || problems.length > 0) return 1
  if (mode === '--write') writeFileSync(target, text)
  else if (readFileSync(target, 'utf8') !== text) {
    process.stderr.write(
      'src/core/units.generated.ts is not what knowledge/units.yaml says: run node dist/load/units.js --write\n',
    )
    return 1
  }
  return 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv[2])
