import { IntlMessageFormat } from 'intl-messageformat'
import { formatDay } from '../core/index.ts'
import type { Citation, GuideFile } from '../schema/index.ts'
import type { Said, Sources } from './blocks.ts'

export type Args = Readonly<Record<string, string | number>>

const DAY_MS = 86_400_000

// Reading a message costs more than saying it a hundred times; one language serves many documents.
const formatsOf = new WeakMap<GuideFile, Map<string, IntlMessageFormat>>()
const dates = new Map<string, Intl.DateTimeFormat>()

/**
 * Says the words of one language by their ids, and keeps count of the works behind what was said. One for each document:
 * the numbers of the sources are given in the order of first use.
 * Example: `new Words(file).say('guide.page.call')` is "When to call".
 */
export class Words {
  readonly file: GuideFile
  readonly #formats: Map<string, IntlMessageFormat>
  readonly #numbers = new Map<string, number>()
  readonly #places = new Map<string, Set<string>>()

  constructor(file: GuideFile) {
    this.file = file
    this.#formats = formatsOf.get(file) ?? new Map()
    formatsOf.set(file, this.#formats)
  }

  has(id: string): boolean {
    return Object.hasOwn(this.file.messages, id)
  }

  /** Ids that begin so, in the order of the file. Example: `words.ids('guide.whom.')`. */
  ids(beginning: string): readonly string[] {
    return Object.keys(this.file.messages).filter((id) => id.startsWith(beginning))
  }

  /** A message in words. Throws on an id without words: that is our own bug. */
  say(id: string, args: Args = {}): string {
    let format = this.#formats.get(id)
    if (!format) {
      const message = this.file.messages[id]
      if (message === undefined) throw new Error(`no words for "${id}" in the guide of ${this.file.language}`)
      format = new IntlMessageFormat(message, this.file.language, undefined, { ignoreTag: true })
      this.#formats.set(id, format)
    }
    return String(format.format({ ...args }))
      .replace(/[ \n]+/g, ' ')
      .trim()
  }

  /** A message with the numbers of its sources. */
  told(id: string, args: Args = {}): Said {
    const cites = this.cite(this.file.sources[id] ?? [])
    return { text: this.say(id, args), ...(cites.length > 0 ? { cites } : undefined) }
  }

  /** Takes works into the list of sources and gives their numbers. */
  cite(citations: readonly Citation[]): readonly number[] {
    const numbers = citations.map(({ work, at }) => {
      const places = this.#places.get(work) ?? new Set()
      this.#places.set(work, places.add(at))
      const number = this.#numbers.get(work) ?? this.#numbers.size + 1
      this.#numbers.set(work, number)
      return number
    })
    return [...new Set(numbers)].sort((a, b) => a - b)
  }

  /** The works cited so far, with the places in them. */
  sources(): Sources {
    return {
      kind: 'sources',
      items: [...this.#numbers].map(([work, number]) => {
        const { cite = work, url } = this.file.works[work] ?? {}
        const places = [...(this.#places.get(work) ?? [])].join('; ')
        return { number, text: `${cite}: ${places}`, ...(url === undefined ? undefined : { url }) }
      }),
    }
  }

  /** What a finding, test result or treatment is called. */
  label(key: string): string {
    return this.has(`finding.${key}`) ? this.say(`finding.${key}`) : key
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.file.language, { maximumSignificantDigits: 4 }).format(value)
  }

  /** A day as people write it. Example: day 19724 is "2 Jan 2024" in British English. */
  day(day: number): string {
    return this.#date(formatDay(day))
  }

  /** The ISO dates in a sentence of the assessment, as people write them. Example: "met on 2 Jan 2024". */
  dated(text: string): string {
    return text.replace(/\b\d{4}-(?:0[1-9]|1[0-2])(?:-\d{2})?\b/g, (date) => this.#date(date))
  }

  /** A time as a record states it: an ISO date, full or partial, `+3 mo`, `baseline`, or null. */
  time(when: string | null): string {
    if (when === null || when === 'undated') return this.say('guide.page.no-date')
    if (when === 'baseline') return this.say('guide.values.months', { months: 0 })
    const months = /^([+-]?\d+(?:\.\d+)?) mo$/.exec(when)?.[1]
    if (months === undefined) return this.#date(when)
    const count = Number(months)
    return count < 0
      ? this.say('guide.values.months-before', { months: -count })
      : this.say('guide.values.months', { months: count })
  }

  #date(iso: string): string {
    const [year = '', month, day] = iso.slice(0, 10).split('-')
    if (!/^\d{4}$/.test(year)) return iso
    const at = new Date(Math.round(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)) / DAY_MS) * DAY_MS)
    return dateFormat(this.file.language, month !== undefined, day !== undefined).format(at)
  }
}

function dateFormat(language: string, month: boolean, day: boolean): Intl.DateTimeFormat {
  const key = `${language} ${month} ${day}`
  const known = dates.get(key)
  if (known) return known
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    year: 'numeric',
    ...(month ? { month: 'short' as const } : undefined),
    ...(day ? { day: 'numeric' as const } : undefined),
    timeZone: 'UTC',
  })
  dates.set(key, format)
  return format
}
