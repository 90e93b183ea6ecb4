import type { FirstDay, Replay } from '../../assess/index.ts'
import type { Ink } from './ink.ts'
import { compose, type Part } from './page.ts'
import { capital, hang, wrap } from './text.ts'

const DAYS_PER_MONTH = 30.436875

interface Drawing {
  readonly width: number
  readonly ink: Ink
}

/** Months from the first red flag to the recorded diagnosis, to one decimal. Example: `delayMonths(replay)` is 3.4. */
export function delayMonths({ delayDays }: Pick<Replay, 'delayDays'>): number | null {
  return delayDays === null ? null : Math.round((10 * delayDays) / DAYS_PER_MONTH) / 10
}

/** A record replayed: what held first on which day, in the order of the days, and the delay to the diagnosis. */
export function drawReplay(replay: Replay, input: string, drawing: Drawing): string {
  const { width, ink } = drawing
  const rule = ink.quiet('─'.repeat(width))
  const head: Part = { lines: [rule, ink.strong(replay.subject), ...wrap(input, width).map(ink.quiet)] }
  if (replay.problem === 'no-calendar') {
    const why =
      'This record counts in months from a presentation without a date, so nothing has a day. Add "presentation": "YYYY-MM-DD" to the record.'
    return compose([head, { lines: wrap(why, width) }], ink)
  }
  const none = replay.rules.filter(({ first }) => first === null).map(({ title }) => capital(title))
  const never: Part = {
    heading: 'Never held, or only undated',
    lines: none.flatMap((title) => hang('  · ', title, width, ink.quiet)),
  }
  return compose(
    [head, { heading: 'First day', lines: dayLines(replay, drawing) }, never, delayPart(replay, drawing)],
    ink,
  )
}

interface Row {
  readonly day: string
  readonly sign: string
  readonly words: string
}

function dayLines(replay: Replay, { width, ink }: Drawing): readonly string[] {
  const rows = replay.rules.flatMap((rule) => (rule.first === null ? [] : [rowOf(rule, rule.first, ink)]))
  if (replay.diagnosed !== null) {
    rows.push({ day: replay.diagnosed, sign: ink.yes('●'), words: ink.strong('POEMS syndrome recorded as diagnosed') })
  }
  rows.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  return rows.flatMap(({ day, sign, words }) => hang(`  ${day}  ${sign} `, words, width))
}

const KINDS: Readonly<Record<FirstDay['kind'], string>> = {
  indication: 'a reason to look',
  criteria: 'met',
  'red-flag': 'red flag',
}

function rowOf({ title, kind }: FirstDay, day: string, ink: Ink): Row {
  const sign = kind === 'red-flag' ? ink.clash('▲') : kind === 'criteria' ? ink.yes('◆') : ink.open('◈')
  return { day, sign, words: `${KINDS[kind]}: ${title}` }
}

function delayPart(replay: Replay, { width }: Drawing): Part {
  return { heading: 'Delay', lines: wrap(delayWords(replay), width - 2).map((line) => `  ${line}`) }
}

function delayWords(replay: Replay): string {
  const { firstFlag, diagnosed, delayDays } = replay
  if (diagnosed === null && firstFlag === null)
    return 'No red flag was raised, and no diagnosis of POEMS is recorded with a date.'
  if (diagnosed === null)
    return `The first red flag was raised on ${firstFlag}; no diagnosis of POEMS is recorded with a date.`
  if (firstFlag === null || delayDays === null)
    return `POEMS was recorded as diagnosed on ${diagnosed}; no red flag was raised on a day before.`
  const months = Math.abs(delayMonths(replay) ?? 0)
  const span = `${Math.abs(delayDays)} ${Math.abs(delayDays) === 1 ? 'day' : 'days'} (${months} months)`
  return delayDays < 0
    ? `The first red flag was raised on ${firstFlag}, ${span} after the diagnosis of ${diagnosed}.`
    : `From the first red flag, raised on ${firstFlag}, to the diagnosis recorded on ${diagnosed} it took ${span}.`
}
