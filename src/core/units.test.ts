import { describe, expect, it } from 'vitest'
import { converted, KEYS, own, refused } from '../../test/support/units.ts'
import { UNIT_TABLE } from './units.generated.ts'
import { convert, parseQuantity, parseUnit } from './units.ts'

describe('thresholds', () => {
  it('reads equal amounts as equal', () => {
    expect(converted('platelets', 450, '10*3/uL')).toBe(450)
    expect(converted('platelets', 450000, '/uL')).toBe(450)
    expect(converted('platelets', 45, '10^4/µL')).toBe(450)
    expect(converted('hemoglobin', 165, 'g/L')).toBe(16.5)
    expect(converted('albumin', 45, 'g/L')).toBe(4.5)
    expect(converted('vegf-plasma', 0.2, 'ng/mL')).toBe(200)
  })

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
