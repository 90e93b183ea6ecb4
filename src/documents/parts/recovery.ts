import { parseDay } from '../../core/index.ts'
import type { RecoveryView } from '../../schema/index.ts'
import type { Block, Said, Timeline } from '../blocks.ts'
import type { Person } from '../person.ts'
import type { Words } from '../words.ts'

interface Step {
  readonly from: number
  readonly to: number
  readonly says: Said[]
}

/**
 * How people get better, by time since treatment began. With a record it stands on the person's own dates, and is left
 * out where the record speaks against it (a relapse, or nothing that moved); without one it is the general timeline.
 */
export function recoveryBlocks(person: Person | undefined, words: Words): Block[] {
  const own = person?.assessment.recovery
  const after: Block[] = [{ kind: 'paragraph', ...words.told('guide.recovery.report') }]
  const heading: Block = { kind: 'heading', level: 2, id: 'recovery', text: words.say('guide.page.recovery') }
  if (own && !own.shown && own.since !== null) {
    return [heading, { kind: 'paragraph', ...words.told('guide.recovery.only-treated') }, ...after]
  }
  const placed = own?.shown ? own : undefined
  const general = ['nerves-late', 'not-a-line', 'feet-last', 'brace', 'worse-first', 'mind', 'exercise']
  return [
    heading,
    { kind: 'paragraph', ...words.told('guide.recovery.intro') },
    ...(placed?.months == null
      ? [paragraph('only-treated', words)]
      : [{ kind: 'paragraph' as const, text: words.say('guide.recovery.now', { months: placed.months }) }]),
    timelineOf(placed, words),
    ...general.map((name) => paragraph(name, words)),
    ...after,
  ]
}

function paragraph(name: string, words: Words): Block {
  return { kind: 'paragraph', ...words.told(`guide.recovery.${name}`) }
}

function timelineOf(placed: RecoveryView | undefined, words: Words): Timeline {
  const steps = new Map<string, Step>()
  for (const [domain, intervals] of Object.entries(words.file.recovery)) {
    for (const { from, to } of intervals) {
      const step = steps.get(`${from}-${to}`) ?? { from, to, says: [] }
      const told = words.told(`recovery.${domain}.${from}-${to}`)
      const text = words.say('guide.recovery.step', { domain: words.say(`recovery.${domain}.title`), says: told.text })
      step.says.push({ ...told, text })
      steps.set(`${from}-${to}`, step)
    }
  }
  return {
    kind: 'timeline',
    here: words.say('guide.recovery.here'),
    items: [...steps.values()]
      .sort((a, b) => a.from - b.from || a.to - b.to)
      .map((step) => ({
        title: spanOf(step, words),
        ...datesOf(step, placed, words),
        state: stateOf(step, placed?.months),
        says: step.says,
      })),
  }
}

function spanOf({ from, to }: Step, words: Words): string {
  if (from === 0) return words.say('guide.recovery.span-first', { to })
  if (from >= 12) return words.say('guide.recovery.span-years', { from: from / 12, to: to / 12 })
  return words.say('guide.recovery.span-months', { from, to })
}

function datesOf({ from, to }: Step, placed: RecoveryView | undefined, words: Words): { dates?: string } {
  const interval = placed?.domains
    .flatMap((domain) => domain.intervals)
    .find((item) => item.from === from && item.to === to)
  const start = interval?.start ? parseDay(interval.start) : undefined
  const end = interval?.end ? parseDay(interval.end) : undefined
  if (!start || !end) return {}
  return { dates: words.say('guide.recovery.dates', { start: words.day(start.from), end: words.day(end.from) }) }
}

function stateOf({ from, to }: Step, months: number | null | undefined): Timeline['items'][number]['state'] {
  if (months === null || months === undefined) return 'plain'
  return months >= to ? 'past' : months >= from ? 'now' : 'next'
}
