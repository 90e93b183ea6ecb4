import { readFileSync } from 'node:fs'
import ucumPkg from '@lhncbc/ucum-lhc'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { converted, own, shared } from '../../test/support/units.ts'
import { generate } from '../load/units.ts'
import { UNIT_TABLE } from './units.generated.ts'
import { convert, parseQuantity } from './units.ts'

const ucum = ucumPkg.UcumLhcUtils.getInstance()
const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const yaml = read('knowledge/units.yaml')

const MOLAR: Record<string, number> = {
  creatinine: 113.12,
  testosterone: 288.42,
  estradiol: 272.38,
  'cortisol-am': 362.46,
  'free-t4': 776.87,
  acth: 4541,
  hemoglobin: 16114,
  albumin: 66500,
  calcium: 40.08,
}
// ucum-lhc cannot reckon these: the factor is the terminology notes', the rest of each family prefixes and volumes.
const OWN = ['hba1c mmol/mol', 'prolactin [IU]/L', 'prolactin U/L', 'lh U/L', 'fsh U/L', 'tsh U/L']

describe('the generated table', () => {
  it('is what knowledge/units.yaml says', () => {
    const { text, problems } = generate(yaml, 'knowledge/units.yaml')
    expect(problems).toEqual([])
    expect(read('src/core/units.generated.ts')).toBe(text)
  })

  it.each(shared.filter(({ from, unit }) => from !== unit))(
    '$from → $unit agrees with ucum-lhc',
    ({ from, unit, factor }) => {
      // Arbitrary units are refused by ucum-lhc; their prefixes and volumes are any unit's.
      const [plainFrom, plainTo] = [from.replace('[IU]', 'g'), unit.replace('[IU]', 'g')]
      const { status, toVal } = ucum.convertUnitTo(plainFrom, 1, plainTo)
      expect(status).toBe('succeeded')
      expect(Math.abs(factor[0] / factor[1] / toVal - 1)).toBeLessThan(1e-9)
    },
  )

  it.each(own.filter(({ key }) => key in MOLAR))(
    '$key $from → $unit agrees with ucum-lhc',
    ({ key, from, unit, factor }) => {
      const { status, toVal } = ucum.convertUnitTo(from, 1, unit, { molecularWeight: MOLAR[key] })
      expect(status).toBe('succeeded')
      expect(Math.abs(factor[0] / factor[1] / toVal - 1)).toBeLessThan(1e-9)
    },
  )

  it('has no other rows of single analytes than our own, and hematocrit', () => {
    const rest = own.filter(({ key }) => !(key in MOLAR))
    const first = rest.filter(({ from }) => ['mmol/mol', 'L/L', '[IU]/L', 'U/L'].includes(from))
    expect(first.map(({ key, from }) => `${key} ${from}`).sort()).toEqual([...OWN, 'hematocrit L/L'].sort())
    for (const { key, from, factor } of rest.filter(({ from: unit }) => /U/.test(unit))) {
      const base = first.find((row) => row.key === key && row.from.includes('[') === from.includes('['))
      const { toVal } = ucum.convertUnitTo(from.replace(/\[?I?U\]?/, 'g'), 1, 'g/L')
      expect(factor[0] / factor[1]).toBeCloseTo(((base?.factor[0] ?? NaN) / (base?.factor[1] ?? NaN)) * toVal, 9)
    }
  })

  it('has exact terms, reduced, and a source in every row', () => {
    const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))
    for (const { factor } of [...shared, ...own]) {
      expect(factor.every((term) => Number.isSafeInteger(term) && term > 0)).toBe(true)
      expect(gcd(...factor)).toBe(1)
    }
    for (const { sources } of UNIT_TABLE.families) expect(sources.length).toBeGreaterThan(0)
    for (const { sources, proposal } of UNIT_TABLE.analytes) expect(proposal || sources.length > 0).toBe(true)
  })
})

describe('the generator', () => {
  const trouble = (from: string, to: string) => {
    expect(yaml).toContain(from)
    return generate(yaml.replace(from, to), 'u.yaml').problems.map(({ at, what }) => `${at} ${what}`)
  }
  it.each([
    ['units: [mm/h]', 'units: [mm/hr]', /^u\.yaml:\d+ \/families\/sedimentation\/units\/0 "mm\/hr" is not UCUM/],
    ['canonical: [mm/h]', 'canonical: [mm]', /\/families\/sedimentation\/canonical\/0 "mm" is not among/],
    ['"mm[Hg]", kPa', '"mm[Hg]", kg', /ucum-lhc does not convert kg to mm\[Hg\]/],
    ['[mg/l]', '[g/L]', /\/aliases\/mg~?.* "g\/L" is already read as g\/L/],
    ['  mg/L: [mg/l]', '  mg/kg: [mg/kg]', /"mg\/kg" is in no family/],
    ['molar-mass: "113.12"', 'molar-mass: 113.12', /\/analytes\/0\/molar-mass must be string/],
    ['    molar-mass: "113.12"\n', '', /names no listed unit/],
    [
      '    sources: [{ work: terminology-notes, at: "Unit conversion, creatinine" }]\n',
      '',
      /neither sources nor proposal/,
    ],
    ['families:', 'families: [', /^u\.yaml:\d+ /],
  ])('names the place of %j → %j', (from, to, message) => {
    expect(trouble(from, to).join('\n')).toMatch(message)
  })
})

describe('thresholds', () => {
  it('gives the very number of the decimal text, where floating point does not', () => {
    const simple = [...shared, ...own].flatMap((row) => {
      const power = Math.log10(row.factor[0] / row.factor[1])
      return /^10*$/.test(String(row.factor[0])) && /^10*$/.test(String(row.factor[1]))
        ? [{ key: '', ...row, power: Math.round(power) }]
        : []
    })
    expect(simple.length).toBeGreaterThan(120)
    let naive = 0
    const wrong: string[] = []
    for (const { key, from, unit, power } of simple) {
      const float =
        from === unit ? 1 : (ucum.convertUnitTo(from.replace('[IU]', 'g'), 1, unit.replace('[IU]', 'g')).toVal ?? 1)
      for (let tenths = 1; tenths <= 20000; tenths++) {
        const truth = Number(`${tenths}e${power - 1}`)
        const result = convert(key, tenths / 10, from, unit)
        if (!result.ok || result.value !== truth) wrong.push(`${tenths / 10} ${from} → ${unit}`)
        if ((tenths / 10) * float !== truth) naive++
      }
    }
    expect(wrong).toEqual([])
    expect(naive).toBeGreaterThan(0)
    const { toVal } = ucum.convertUnitTo('10*3/uL', 450, '10*9/L')
    expect(toVal).toBeLessThan(450)
  }, 60_000)
})

describe('properties', () => {
  const rows = fc.constantFrom(...shared.map((row) => ({ key: '', ...row })), ...own)
  const value = fc
    .integer({ min: 1, max: 10_000_000 })
    .chain((n) => fc.integer({ min: 0, max: 4 }).map((places) => n / 10 ** places))

  it('goes there and back where there is a way back', () => {
    const back = shared.filter(({ from, unit }) => shared.some((other) => other.from === unit && other.unit === from))
    expect(back.length).toBeGreaterThan(60)
    fc.assert(
      fc.property(fc.constantFrom(...back), value, ({ from, unit }, start) => {
        const there = converted('', start, from, unit)
        expect(Math.abs(converted('', there, unit, from) / start - 1)).toBeLessThan(2e-11)
      }),
    )
  })

  it('keeps the order of values', () => {
    fc.assert(
      fc.property(rows, value, value, ({ key, from, unit }, a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a]
        expect(converted(key, low, from, unit)).toBeLessThanOrEqual(converted(key, high, from, unit))
        if (high > low * 1.000001)
          expect(converted(key, low, from, unit)).toBeLessThan(converted(key, high, from, unit))
      }),
    )
  })

  it('never throws and never answers with another unit than asked for', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('__proto__', 'constructor', 'toString', '10*', '%%', '/'.repeat(500)),
    )
    fc.assert(
      fc.property(text, text, fc.double(), text, (key, unit, number, canonical) => {
        const result = convert(key, number, unit, canonical)
        expect(result.ok ? result.unit : result.hint.length > 0).toBe(result.ok ? canonical : true)
        parseQuantity(unit)
      }),
      { numRuns: 2000 },
    )
  })
})
