import { beyondLimit, type Fact, sign } from '../../core/index.ts'
import type { Block, Chart } from '../blocks.ts'
import { numbersOf, type Person } from '../person.ts'
import type { Words } from '../words.ts'

/** What a person follows over time, in the order of the page. Serum and plasma are two charts, never one. */
export const FOLLOWED = [
  'vegf-plasma',
  'vegf-serum',
  'vegf-unspecified',
  'm-protein',
  'platelets',
  'hemoglobin',
  'egfr',
  'testosterone',
  'tsh',
  'onls',
] as const
type Followed = (typeof FOLLOWED)[number]

const NO_BREAK = '\u00a0'

/** A number with its unit, never broken from it. Example: "480 pg/mL", "< 30 pg/mL". */
export function amountOf(fact: Fact, words: Words): string {
  return `${numberOf(fact, words)}${unitOf(fact.key, words) === '' ? '' : NO_BREAK}${unitOf(fact.key, words)}`
}

function numberOf(fact: Fact, words: Words): string {
  const comparator = fact.comparator ? `${sign(fact.comparator)}${NO_BREAK}` : ''
  return `${comparator}${words.number(fact.value ?? 0)}`
}

function unitOf(key: string, words: Words): string {
  const unit = words.has(`unit.${key}`) ? sign(words.say(`unit.${key}`)).trim() : ''
  return unit === '1' ? '' : unit.replaceAll(' ', NO_BREAK)
}

/** The own values in words, each with its chart once there are two of it. */
export function valueBlocks(person: Person, words: Words): Block[] {
  const known = FOLLOWED.filter((key) => numbersOf(key, person).length > 0)
  const heading: Block = { kind: 'heading', level: 2, id: 'values', text: words.say('guide.page.values') }
  if (known.length === 0) return [heading, { kind: 'paragraph', text: words.say('guide.values.none') }]
  const blocks: Block[] = [heading, { kind: 'paragraph', text: words.say('guide.values.intro') }]
  for (const key of known) blocks.push(...blocksOf(key, numbersOf(key, person), words))
  if (known.includes('vegf-plasma') && known.includes('vegf-serum')) {
    blocks.push({ kind: 'paragraph', text: words.say('guide.values.serum-or-plasma') })
  }
  return [...blocks, { kind: 'paragraph', tone: 'note', text: words.say('guide.values.one-value') }]
}

function blocksOf(key: Followed, facts: readonly Fact[], words: Words): Block[] {
  const chart = chartOf(key, facts, words)
  return [
    { kind: 'heading', level: 3, text: words.say(`guide.values.${key}`) },
    { kind: 'paragraph', ...words.told(`guide.values.${key}-means`) },
    { kind: 'paragraph', text: saysOf(facts, words) },
    ...(chart ? [chart] : []),
  ]
}

/** The values in sentences: first and newest, where the newest stands to the range, and to the value before it. */
function saysOf(facts: readonly Fact[], words: Words): string {
  const first = facts[0]
  const last = facts.at(-1)
  if (!first || !last) return ''
  const value = { value: amountOf(last, words), date: words.time(last.when) }
  const series = { first: amountOf(first, words), firstDate: words.time(first.when), ...value }
  const course = first === last ? words.say('guide.values.single', value) : words.say('guide.values.series', series)
  const rivals = facts.filter((fact) => fact.to === last.to && fact.value !== last.value)
  if (rivals.length > 0) return `${course} ${words.say('guide.values.differ')}`
  const before = facts.findLast((fact) => fact.to < last.to)
  const direction = before && directionOf(before, last)
  const parts = [
    course,
    rangeOf(last, words),
    direction === undefined ? '' : words.say('guide.values.direction', { direction }),
    sameTest(facts) ? '' : words.say('guide.values.assays'),
  ]
  return parts.filter((part) => part !== '').join(' ')
}

/** How a value stands to the one before it; undefined where the two cannot be compared. */
function directionOf(before: Fact, last: Fact): 'up' | 'down' | 'same' | undefined {
  if (!sameTest([before, last]) || before.comparator || last.comparator) return undefined
  const change = (last.value ?? 0) - (before.value ?? 0)
  return change < 0 ? 'down' : change > 0 ? 'up' : 'same'
}

function sameTest(facts: readonly Fact[]): boolean {
  return new Set(facts.flatMap((fact) => fact.assay ?? [])).size < 2
}

/** Where the newest value stands to the laboratory's own range; without one nothing is judged. */
function rangeOf(fact: Fact, words: Words): string {
  if (fact.limitHigh !== undefined && beyondLimit(fact, 'above') === true) {
    return words.say('guide.values.range', { side: 'above', limit: words.number(fact.limitHigh) })
  }
  if (fact.limitLow !== undefined && beyondLimit(fact, 'below') === true) {
    return words.say('guide.values.range', { side: 'below', limit: words.number(fact.limitLow) })
  }
  const known = fact.limitHigh !== undefined || fact.limitLow !== undefined
  const sides = [
    fact.limitHigh === undefined || beyondLimit(fact, 'above') === false,
    fact.limitLow === undefined || beyondLimit(fact, 'below') === false,
  ]
  const within = known && sides.every(Boolean)
  // A score has no laboratory.
  if (!known && fact.key === 'onls') return ''
  return words.say('guide.values.range', { side: within ? 'within' : 'unknown', limit: '' })
}

function chartOf(key: Followed, facts: readonly Fact[], words: Words): Chart | undefined {
  const dated = facts.filter((fact) => Number.isFinite(fact.to))
  if (new Set(dated.map((fact) => fact.to)).size < 2) return undefined
  const name = words.say(`guide.values.${key}`)
  const unit = unitOf(key, words).replace(/^×\s/, '')
  const points = dated.map((fact) => ({
    day: fact.to,
    value: fact.value ?? 0,
    label: numberOf(fact, words),
    when: words.time(fact.when),
    hollow: fact.comparator !== undefined,
  }))
  const title = unit === '' ? name : words.say('guide.values.chart', { name, unit })
  const last = dated.findLast((fact) => fact.limitHigh !== undefined || fact.limitLow !== undefined)
  const upper = limitOf('upper', last?.limitHigh, words)
  // One line at most: the lower limit only where there is no upper one.
  const lower = upper ? undefined : limitOf('lower', last?.limitLow, words)
  const told = points.map((point) => words.say('guide.values.point', { value: point.label, date: point.when }))
  return {
    kind: 'chart',
    title,
    alt: words.say('guide.values.as-text', {
      title,
      points: told.join(', '),
      limit: upper?.label ?? lower?.label ?? 'none',
    }),
    points,
    ...(upper ? { upper } : undefined),
    ...(lower ? { lower } : undefined),
    mark: key === 'vegf-serum' ? 'square' : 'disc',
    list: {
      title: words.say('guide.page.as-list'),
      head: [words.say('guide.page.when'), words.say('guide.page.value')],
    },
  }
}

function limitOf(side: 'upper' | 'lower', value: number | undefined, words: Words): Chart['upper'] {
  if (value === undefined) return undefined
  const short = words.number(value)
  return { value, short, label: words.say(`guide.values.${side}-limit`, { limit: short }) }
}
