import { parseDay } from '../../../../../../src/core/index.ts'

export type Said = 'present' | 'absent' | 'equivocal' | 'high' | 'low' | 'normal'

/** What a typed line says besides its name and value. */
export interface Line {
  /** The line without what is told apart below. */
  readonly rest: string
  readonly when: string | undefined
  readonly referenceLow: number | undefined
  readonly referenceHigh: number | undefined
}

const NUMBER = String.raw`\d+(?:\.\d+)?`
const RANGE = new RegExp(
  String.raw`\s*(?:\(\s*(?:ref(?:erence)?|range|normal|limits?)?[:.]?\s*|\b(?:ref(?:erence)?|range|limits?)[:.]?\s+)(${NUMBER})\s*(?:-|–|to)\s*(${NUMBER})\s*\)?`,
  'i',
)
const HIGH = new RegExp(String.raw`\s*\(?\b(?:upper limit|limit|uln)[:.]?\s+[<≤]?\s*(${NUMBER})(?![\d.,])\)?`, 'i')
const LOW = new RegExp(String.raw`\s*\(?\b(?:lower limit|lln)[:.]?\s+[>≥]?\s*(${NUMBER})(?![\d.,])\)?`, 'i')
const DATE = /\s+(?:(?:on|in|since)\s+(\d{4}(?:-\d\d){0,2})|(\d{4}-\d\d(?:-\d\d)?))$/i

/**
 * Tells the day and the laboratory's limits of a typed line from the rest. Dates are ISO: others are two days at once.
 * Example: `readLine('platelets 512 10*9/L (150-400) 2024-05-06')` has the limits 150 and 400, and the day.
 */
export function readLine(text: string): Line {
  let rest = text.trim().replaceAll(/\s+/g, ' ')
  const date = DATE.exec(rest)
  const when = date?.[1] ?? date?.[2]
  const dated = date !== null && when !== undefined && parseDay(when) !== undefined
  if (dated) rest = rest.slice(0, date.index)
  const take = (pattern: RegExp) => {
    const found = pattern.exec(rest)
    if (found) rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`.trim()
    return found
  }
  const range = take(RANGE)
  const low = range ? range[1] : take(LOW)?.[1]
  const high = range ? range[2] : take(HIGH)?.[1]
  return {
    rest: rest.replace(/(?<=[\p{L})])\s*[:=]\s*/gu, ' ').trim(),
    when: dated ? when : undefined,
    referenceLow: low === undefined ? undefined : Number(low),
    referenceHigh: high === undefined ? undefined : Number(high),
  }
}

const AFTER: Readonly<Record<string, Said>> = {
  present: 'present',
  yes: 'present',
  positive: 'present',
  pos: 'present',
  '+': 'present',
  absent: 'absent',
  no: 'absent',
  negative: 'absent',
  neg: 'absent',
  none: 'absent',
  '-': 'absent',
  '−': 'absent',
  equivocal: 'equivocal',
  unclear: 'equivocal',
  high: 'high',
  raised: 'high',
  elevated: 'high',
  low: 'low',
  normal: 'normal',
}
const BEFORE = new Set(['no', 'without', 'not'])

/**
 * The state that a line gives to what it names: a word after it, or "no" before it. A denial of a denial says nothing.
 * Example: `readState('no papilledema')` is `{ name: 'papilledema', said: 'absent' }`.
 */
export function readState(text: string): { readonly name: string; readonly said: Said } | undefined {
  const words = text.split(' ')
  const [first = '', ...others] = words
  const denied = BEFORE.has(first.toLowerCase()) && others.length > 0
  const named = denied ? others : words
  const said = AFTER[(named.at(-1) ?? '').toLowerCase()]
  if (said !== undefined && named.length > 1) {
    const name = named.slice(0, -1).join(' ')
    const bare = name.replace(/ not$/i, '')
    const denials = Number(denied) + Number(bare !== name)
    if (denials === 0) return { name, said }
    return denials === 1 && said === 'present' ? { name: bare, said: 'absent' } : undefined
  }
  return denied ? { name: named.join(' '), said: 'absent' } : undefined
}
