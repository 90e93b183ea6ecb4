import type { CodeIndex } from '../../src/adapters/index.ts'
import type { Random } from './seeded.ts'

/** Sound inputs, and ways to damage them. Every entry carries a mark, by which it is found again. */
type Json = null | boolean | number | string | Json[] | { [name: string]: Json }
export type Fields = { [name: string]: Json }

const FINDINGS = ['papilledema', 'polyneuropathy', 'hyperpigmentation', 'pleural-effusion', 'm-protein-ife']
const MEASUREMENTS: readonly (readonly [key: string, unit: string])[] = [
  ['platelets', '10*3/uL'],
  ['platelets', '10*9/L'],
  ['albumin', 'g/L'],
  ['hemoglobin', 'g/dL'],
  ['vegf-plasma', 'ng/L'],
  ['hba1c', 'mmol/mol'],
]
const TIMES: readonly Json[] = ['2024-03-18', '2023', '2024-02', null]

/** A sound record with times by the calendar; notes are marks of their entries. */
export function soundRecord(random: Random, mark: () => string): Fields {
  const findings = Array.from({ length: 3 + random.below(4) }, (): Json => {
    if (random.chance(0.2))
      return { key: 'light-chain', status: 'present', value: random.pick(['lambda', 'kappa']), note: mark() }
    return {
      key: random.pick(FINDINGS),
      status: random.pick(['present', 'absent', 'equivocal']),
      when: random.pick(TIMES),
      note: mark(),
    }
  })
  const measurements = Array.from({ length: 2 + random.below(3) }, (): Json => {
    const [key, unit] = random.pick(MEASUREMENTS)
    return { key, value: 1 + random.below(900) / 10, unit, when: random.pick(TIMES), referenceHigh: 450, note: mark() }
  })
  return {
    id: `p${random.below(1000)}`,
    age: 20 + random.below(60),
    sex: random.pick(['male', 'female']),
    presentation: '2024-03-01',
    findings,
    measurements,
    treatedAs: [{ key: 'cidp', treatment: 'ivig', response: 'worse', note: mark() }],
    courses: [{ for: 'poems', with: ['lenalidomide'], start: '2024-04', note: mark() }],
    complete: [{ key: 'papilledema', from: '2023', to: '2024' }],
    remark: 'Sjögren, Übelkeit, 40 µg, “quoted”',
  }
}

export const CODES: CodeIndex = {
  HPO: {
    'HP:0001085': [{ key: 'papilledema', relation: 'exact' }],
    'HP:0001271': [{ key: 'polyneuropathy', relation: 'exact' }],
    'HP:0009830': [{ key: 'polyneuropathy', relation: 'broader' }],
  },
  LOINC: { '777-3': [{ key: 'platelets', relation: 'exact' }] },
  MONDO: { 'MONDO:0017364': [{ key: 'poems-syndrome', relation: 'exact' }] },
  RxNorm: { '342369': [{ key: 'lenalidomide', relation: 'exact' }] },
}

/** A sound Phenopacket with codes that are known, wider and unknown. */
export function soundPacket(random: Random, mark: () => string): Fields {
  const code = () => random.pick(['HP:0001085', 'HP:0001271', 'HP:0009830', 'HP:9999999'])
  return {
    id: 'packet',
    subject: { id: `s${random.below(1000)}`, sex: 'MALE', dateOfBirth: '1970-01-15T00:00:00Z' },
    phenotypicFeatures: Array.from({ length: 2 + random.below(4) }, () => ({
      type: { id: code(), label: 'a sign' },
      excluded: random.chance(0.3),
      onset: random.pick<Json>([{ age: { iso8601duration: 'P45Y' } }, { timestamp: '2024-03-18T00:00:00Z' }]),
      description: mark(),
    })),
    measurements: [
      {
        assay: { id: 'LOINC:777-3', label: 'Platelets' },
        value: { quantity: { unit: { id: 'UCUM:10*3/uL', label: 'K/uL' }, value: 100 + random.below(900) } },
        description: mark(),
      },
    ],
    diseases: [{ term: { id: 'MONDO:0017364', label: 'POEMS syndrome' } }],
    medicalActions: [{ treatment: { agent: { id: 'RxNorm:342369', label: 'lenalidomide' } } }],
    metaData: { created: '2024-03-18T00:00:00Z', createdBy: 'nobody' },
  }
}

const NONSENSE: readonly Json[] = [
  null,
  true,
  0,
  -7,
  1e308,
  2024,
  '',
  'yes',
  '480',
  '≥ 5',
  'x'.repeat(5000),
  '\u0000\u001B[31m',
  [],
  {},
  [[[]]],
  { key: { key: {} } },
]
const NAMES = [
  'constructor',
  'prototype',
  'toString',
  'Key',
  'statsu',
  'unit',
  'findings',
  'a/b~c',
  '\u202Ex',
  'n'.repeat(300),
  '',
]
const UNITS = ['pg/gallon', '', 'µg', 'mm[Hg]', '10^9/l', 'K/µL', 'G/L', 'g%', 'Gpt/l', 'pmol/L', '🙂']

const TIMED = [
  'when',
  'start',
  'stop',
  'from',
  'to',
  'presentation',
  'timestamp',
  'iso8601duration',
  'dateOfBirth',
  'age',
  'value',
]
const EXTREMES: readonly Json[] = [
  1e308,
  -1e308,
  9e15,
  1e21,
  -1e-320,
  2024,
  '9999-12-31',
  '0000-01-01',
  '-271821-04-20',
  '+275760-09-13',
  '2023-02-30',
  '2024-13',
  '2024-00',
  'P999999999Y',
  'P0D',
  'P',
  'P1Y1Y',
  '2024-03-18T99:99:99Z',
  '２０２４-03-18',
  'baseline',
]

/** Changes a parsed value in one place: types, names, units, order, nesting, lists. The value is its own copy. */
export function damageValue(random: Random, value: Fields): void {
  const spots = spotsOf(value)
  const spot = random.pick(spots)
  const { holder, name } = spot
  switch (random.below(10)) {
    case 0:
      set(holder, name, structuredClone(random.pick(NONSENSE)))
      return
    case 1:
      if (!Array.isArray(holder)) holder[random.pick(NAMES)] = structuredClone(random.pick(NONSENSE))
      return
    case 2:
      remove(holder, name)
      return
    case 3:
      if (!Array.isArray(holder)) rename(holder, String(name), random.pick(NAMES))
      return
    case 4:
      for (const { holder, name } of spots)
        if (name === 'unit' && random.chance(0.5)) set(holder, name, random.pick(UNITS))
      return
    case 5:
      ;[value.findings, value.measurements] = [value.measurements ?? [], value.findings ?? []]
      return
    case 6:
      shuffle(random, holder)
      return
    case 7:
      set(holder, name, nest(random, 100))
      return
    case 8:
      for (const { holder, name } of spots) {
        if (TIMED.includes(String(name)) && random.chance(0.5)) set(holder, name, random.pick(EXTREMES))
      }
      return
    default:
      if (Array.isArray(holder)) holder.push(structuredClone(holder[0] ?? null))
  }
}

interface Spot {
  readonly holder: Json[] | Fields
  readonly name: string | number
}

function spotsOf(value: Json): Spot[] {
  if (typeof value !== 'object' || value === null) return []
  const names: (string | number)[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  return names.flatMap((name) => [{ holder: value, name }, ...spotsOf((value as Fields)[name] ?? null)])
}

function set(holder: Json[] | Fields, name: string | number, value: Json): void {
  ;(holder as Fields)[name] = value
}

function remove(holder: Json[] | Fields, name: string | number): void {
  if (Array.isArray(holder)) holder.splice(Number(name), 1)
  else delete holder[name]
}

function rename(holder: Fields, from: string, to: string): void {
  const value = holder[from] ?? null
  delete holder[from]
  holder[to] = value
}

function shuffle(random: Random, holder: Json[] | Fields): void {
  if (Array.isArray(holder)) {
    holder.sort(() => random.next() - 0.5)
    return
  }
  const pairs = Object.entries(holder).sort(() => random.next() - 0.5)
  for (const [name] of pairs) delete holder[name]
  for (const [name, value] of pairs) holder[name] = value
}

function nest(random: Random, deepest: number): Json {
  let value: Json = 'deep'
  for (let depth = random.below(deepest); depth > 0; depth--) value = random.chance(0.5) ? [value] : { a: value }
  return value
}

const INSERTED = [
  '\u0000',
  '\u0007',
  '\u001B[2J',
  '\uFFFD',
  '\uFEFF',
  '"',
  '\\',
  '}',
  ']',
  '{',
  '[',
  ',',
  ':',
  '// x\n',
  '\n',
  '\r',
  '\t',
  '#',
  '- ',
  '*a',
  '&a ',
  '!!js ',
  '1e999',
  '9'.repeat(400),
  '"__proto__": {"polluted": 1},',
  '"constructor": 1,',
  '[['.repeat(200),
  '{"a":'.repeat(100),
  'null',
  'NaN',
  '\uD800',
]

/** Changes text in one place, or all of it as a wrong encoding does. */
export function damageText(random: Random, text: string): string {
  const at = random.below(text.length + 1)
  const to = Math.min(text.length, at + 1 + random.below(40))
  switch (random.below(9)) {
    case 0:
      return text.slice(0, at)
    case 1:
      return text.slice(0, at) + text.slice(to)
    case 2:
      return text.slice(0, to) + text.slice(at)
    case 3:
    case 4:
      return text.slice(0, at) + random.pick(INSERTED) + text.slice(at)
    case 5:
      return Buffer.from(text, 'utf8').toString('latin1')
    case 6:
      return `\uFEFF${text}`
    case 7:
      return Buffer.from(text, 'utf16le').toString(random.chance(0.5) ? 'latin1' : 'utf8')
    default: {
      const lines = text.split('\n')
      shuffle(random, lines)
      return lines.join('\n')
    }
  }
}

/** A name twice in one object, and names of every object, written into text that is JSON. */
export function damageNames(random: Random, text: string): string {
  const places = [...text.matchAll(/\{(?=")/g)].map(({ index }) => index + 1)
  if (places.length === 0) return text
  const at = random.pick(places)
  const name = /"[^"]*"/.exec(text.slice(at))?.[0] ?? '"id"'
  const added = random.pick([
    `${name}: 5, `,
    `${name}: {"x": 1, "x": 2}, `,
    '"__proto__": {"polluted": true}, ',
    '"prototype": [], ',
  ])
  return text.slice(0, at) + added + text.slice(at)
}
