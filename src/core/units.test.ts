import { readFileSync } from 'node:fs'
import ucumPkg from '@lhncbc/ucum-lhc'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generate } from '../load/units.ts'
import { UNIT_TABLE } from './units.generated.ts'
import { convert, parseQuantity, parseUnit } from './units.ts'

const ucum = ucumPkg.UcumLhcUtils.getInstance()
const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const yaml = read('knowledge/units.yaml')

/** The units of the vocabulary, and a value of each key brought to its own unit. */
const KEYS: Record<string, string> = {
  'csf-protein': 'mg/dL',
  onls: '{score}',
  mrs: '{score}',
  testosterone: 'ng/dL',
  estradiol: 'pg/mL',
  lh: '[IU]/L',
  fsh: '[IU]/L',
  prolactin: 'ng/mL',
  tsh: 'm[IU]/L',
  'free-t4': 'ng/dL',
  'cortisol-am': 'ug/dL',
  acth: 'pg/mL',
  hba1c: '%',
  pth: 'pg/mL',
  'marrow-plasma-cells': '%',
  'm-protein': 'g/dL',
  'flc-kappa': 'mg/L',
  'flc-lambda': 'mg/L',
  'flc-ratio': '1',
  'bone-lesion-count': '1',
  platelets: '10*9/L',
  hemoglobin: 'g/dL',
  'vegf-serum': 'pg/mL',
  'vegf-plasma': 'pg/mL',
  'il-6': 'pg/mL',
  'il-12': 'pg/mL',
  spap: 'mm[Hg]',
  dlco: '%',
  fev1: '%',
  egfr: 'mL/min/{1.73_m2}',
  creatinine: 'mg/dL',
  albumin: 'g/dL',
  crp: 'mg/L',
  esr: 'mm/h',
  'vegf-unspecified': 'pg/mL',
  'tli-median': '1',
  'tli-ulnar': '1',
  'progression-weeks': 'wk',
  calcium: 'mg/dL',
  hematocrit: '%',
  'vitamin-d': 'ng/mL',
  p1np: 'ng/mL',
  'hlc-ratio': '1',
  fibrinogen: 'mg/dL',
  'il-1-beta': 'pg/mL',
  'tnf-alpha': 'pg/mL',
}

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

const shared = UNIT_TABLE.families.flatMap(({ to }) =>
  Object.entries(to).flatMap(([unit, rows]) => Object.entries(rows).map(([from, factor]) => ({ from, unit, factor }))),
)
const own = UNIT_TABLE.analytes.flatMap(({ key, to, from, offset }) =>
  Object.entries(from).map(([unit, factor]) => ({ key, from: unit, unit: to, factor, offset })),
)

function converted(key: string, value: number, unit: string, canonical = KEYS[key] ?? ''): number {
  const result = convert(key, value, unit, canonical)
  if (!result.ok) throw new Error(`${key} ${unit}: ${result.reason}, ${result.hint}`)
  return result.value
}
function refused(key: string, unit: string | undefined, canonical = KEYS[key] ?? ''): string {
  const result = convert(key, 1, unit, canonical)
  return result.ok ? 'read' : `${result.reason}: ${result.hint}`
}

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
  it('reads equal amounts as equal', () => {
    expect(converted('platelets', 450, '10*3/uL')).toBe(450)
    expect(converted('platelets', 450000, '/uL')).toBe(450)
    expect(converted('platelets', 45, '10^4/µL')).toBe(450)
    expect(converted('hemoglobin', 165, 'g/L')).toBe(16.5)
    expect(converted('albumin', 45, 'g/L')).toBe(4.5)
    expect(converted('vegf-plasma', 0.2, 'ng/mL')).toBe(200)
  })

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

  it('mends a value that was blurred before it came', () => {
    expect(converted('platelets', 449.99999999999994, '10*9/L')).toBe(450)
    expect(converted('il-6', 1.23e-15, 'g/mL')).toBe(0.00123)
    expect(converted('il-6', 1.5e-20, 'pg/mL')).toBe(1.5e-20)
  })
})

describe('single analytes', () => {
  it.each([
    ['creatinine', 100, 'µmol/L', 1.1312],
    ['testosterone', 10, 'nmol/L', 288.42],
    ['estradiol', 100, 'pmol/L', 27.238],
    ['cortisol-am', 500, 'nmol/L', 18.123],
    ['free-t4', 10, 'pmol/L', 0.77687],
    ['acth', 10, 'pmol/L', 45.41],
    ['prolactin', 212, 'mIU/L', 10],
    ['prolactin', 212, 'mU/L', 10],
    ['hemoglobin', 10, 'mmol/L', 16.114],
    ['flc-lambda', 0.12, 'mg/mL', 120],
    ['albumin', 600, 'umol/L', 3.99],
    ['crp', 1.2, 'mg/dL', 12],
    ['hba1c', 53, 'mmol/mol', 7.00044],
    ['calcium', 2.5, 'mmol/L', 10.02],
    ['lh', 5, 'mIU/mL', 5],
    ['tsh', 2.1, 'µIU/mL', 2.1],
    ['tsh', 2.1, 'mU/L', 2.1],
    ['hematocrit', 0.45, 'L/L', 45],
    ['spap', 10, 'kPa', 75.0063755419],
    ['egfr', 1.5, 'mL/s/1,73 m²', 90],
    ['progression-weeks', 3, 'months', 13.0446428571],
  ])('%s %d %s', (key, value, unit, expected) => {
    expect(converted(key, value, unit)).toBe(expected)
  })

  it('says what the factor rests on', () => {
    expect(convert('prolactin', 212, 'mIU/L', 'ng/mL')).toMatchObject({
      factor: [5, 106],
      note: expect.stringContaining('84/500'),
    })
    expect(convert('prolactin', 212, 'mU/L', 'ng/mL')).toMatchObject({ note: expect.stringContaining('U is read as') })
    expect(convert('hba1c', 53, 'mmol/mol', '%')).toMatchObject({ factor: [2287, 25000], offset: [269, 125] })
    expect(convert('albumin', 45, 'g/l', 'g/dL')).toEqual({ ok: true, value: 4.5, unit: 'g/dL', factor: [1, 10] })
  })
})

describe('spellings', () => {
  it('reads every unit of the vocabulary, as UCUM and as keys are printed', () => {
    for (const [key, unit] of Object.entries(KEYS)) expect(converted(key, 1.5, unit)).toBe(1.5)
    expect(['IU/L', 'mIU/L', '% of predicted', 'mm[Hg]'].map(parseUnit)).toEqual(['[IU]/L', 'm[IU]/L', '%', 'mm[Hg]'])
  })

  it.each(Object.entries(UNIT_TABLE.aliases))('reads what is printed for %s', (unit, texts) => {
    for (const text of [unit, ...texts]) {
      expect(parseUnit(text)).toBe(unit)
      // Padded, so that it goes through the reading of loose spellings: no alias may mean something else there.
      expect(parseUnit(` ${text} `)).toBe(unit)
    }
  })

  it.each([
    ['10*3/uL', 'x10E3/uL x10(3)/uL 10**3/uL 10³/µL ×10³/μL x103/µL K/UL k/ul X10^3/UL thou/ul 10exp3/ul'],
    ['10*9/L', 'x10^9/L 10^9/l 10⁹/L ×10⁹/l x109/L 10e9/L G/L 10(9)/L'],
    ['10*4/uL', '×10⁴/μL x104/uL 万/μL'],
    ['/nL', '/nL /nl'],
    ['u[IU]/mL', 'uIU/mL µIU/mL μIU/mL uiu/ml mcIU/mL'],
    ['ug/dL', 'ug/dl µg/dL μg/dL mcg/dl ㎍/dl'],
    ['mm/h', 'mm/h mm/hr mm/Hr'],
    ['pg/mL', 'pg/ml ｐｇ/ｍｌ'],
  ])('%s: %s', (unit, texts) => {
    for (const text of texts.split(' ')) expect([text, parseUnit(text)]).toEqual([text, unit])
  })

  it('reads spaces as nothing', () => {
    expect(parseUnit('mL / min / 1.73 m²')).toBe('mL/min/{1.73_m2}')
    expect(parseUnit('mm Hg')).toBe('mm[Hg]')
    expect(parseUnit('x 10^9 / L')).toBe('10*9/L')
    expect(parseUnit('ng per mL')).toBe('ng/mL')
  })

  it('never takes M for m, P for p, G for g', () => {
    const texts = ['MG/DL', 'Mg/dL', 'PG/mL', 'pG/mL', 'MIU/L', 'Mmol/L', 'G/ML', 'MMHG', 'Pmol/L']
    expect(texts.filter((text) => parseUnit(text) !== undefined)).toEqual([])
    expect(refused('creatinine', 'MG/DL')).toMatch(/^unit-unknown: was mg\/dL meant/)
    // G/L is what laboratories print for 10*9/L; beside a protein it is refused, never read as grams.
    expect(refused('albumin', 'G/L')).toMatch(/^unit-not-convertible: G\/L, read as 10\*9\/L/)
  })
})

describe('refusals', () => {
  it.each([undefined, '', '  ', '\t'])('a missing unit (%j)', (unit) => {
    for (const key of Object.keys(KEYS)) expect(refused(key, unit)).toMatch(/^unit-missing: .*kept in/)
  })

  it.each([
    ['platelets', 'M/uL', /^unit-unknown: M stands for/],
    ['platelets', '103/uL', /^unit-unknown: A raised figure/],
    ['platelets', 'furlong', /^unit-unknown: write one of: 10\*9\/L, /],
    ['platelets', 'constructor', /^unit-unknown/],
    ['calcium', 'mEq/L', /^unit-unknown: Equivalents/],
    ['pth', 'pmol/L', /^unit-unverified: .*9425.*Give pth in pg\/mL/],
    ['crp', 'nmol/L', /^unit-unverified: /],
    ['crp', 'umol/L', /^unit-unverified: /],
    ['vitamin-d', 'nmol/L', /^unit-not-convertible: /],
    ['vegf-serum', 'pmol/L', /^unit-not-convertible: /],
    ['prolactin', 'pmol/L', /^unit-not-convertible: .*m\[IU\]\/L/],
    ['testosterone', '%', /^unit-not-convertible/],
    ['hba1c', '1', /^unit-not-convertible/],
    ['dlco', 'mmol/(min.kPa)', /^unit-not-convertible: An absolute capacity/],
    ['egfr', 'mL/min', /^unit-not-convertible: Not related to the body surface/],
    ['m-protein', '%', /^unit-not-convertible: A share of all protein/],
    ['fev1', 'L', /^unit-not-convertible: A volume/],
    ['estradiol', 'mIU/mL', /^unit-not-convertible/],
    ['hematocrit', '1', /^unit-not-convertible/],
    ['albumin', 'U/L', /^unit-not-convertible/],
    ['hemoglobin', 'mmol/mol', /^unit-not-convertible/],
  ])('%s in %s', (key, unit, message) => {
    expect(refused(key, unit)).toMatch(message)
  })

  it("keeps one analyte's factor from every other", () => {
    for (const { key, from, unit } of own)
      for (const [other, canonical] of Object.entries(KEYS)) {
        const has = own.some((row) => row.key === other && row.from === from && row.unit === canonical)
        if (other !== key && canonical === unit && !has) expect(refused(other, from, unit)).toMatch(/^unit-(not|unv)/)
      }
  })

  it('knows no way from serum to plasma: the same figure stays under each key', () => {
    for (const key of ['vegf-serum', 'vegf-plasma', 'vegf-unspecified']) expect(converted(key, 480, 'ng/L')).toBe(480)
    expect(UNIT_TABLE.analytes.filter(({ key }) => key.startsWith('vegf'))).toEqual([])
  })
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

describe('parseQuantity', () => {
  it.each([
    ['>= 450 10*9/L', '>=', 450, '10*9/L'],
    ['480 pg/mL', undefined, 480, 'pg/mL'],
    ['< 0.1 g/dL', '<', 0.1, 'g/dL'],
    ['<0.1g/dL', '<', 0.1, 'g/dL'],
    ['> 1.65 1', '>', 1.65, '1'],
    ['≤ 3.5 mg/L', '<=', 3.5, 'mg/L'],
    ['≥60 mL/min/1.73 m²', '>=', 60, 'mL/min/1.73 m²'],
    ['<= -50 %', '<=', -50, '%'],
    ['450 x10^9/L', undefined, 450, 'x10^9/L'],
    ['4.5e5 /uL', undefined, 450000, '/uL'],
    ['42', undefined, 42, undefined],
    ['> 60', '>', 60, undefined],
    ['8 wk', undefined, 8, 'wk'],
  ])('%s', (text, comparator, value, unit) => {
    expect(parseQuantity(text)).toEqual({ comparator, value, unit })
  })

  it.each([
    '',
    'high',
    '1,250 pg/mL',
    '1.2.3 g/L',
    '2-3 g/dL',
    '2 – 3 g/dL',
    '10*9/L',
    '10^9/L',
    '=> 3 g/L',
    '>',
    'NaN g/L',
    '9'.repeat(400),
  ])('refuses %j', (text) => {
    expect(parseQuantity(text)).toBeUndefined()
  })

  it('does not read a bare power of ten as a number with a unit that converts', () => {
    expect(refused('platelets', parseQuantity('10e9/L')?.unit)).toMatch(/^unit-unknown/)
  })
})
