import type { Day } from '../days.ts'
import type { Truth } from './kleene.ts'
import type { Shown, Stated, Value } from './shown.ts'

/** What is known of each sign on a day: stated, or told by a measurement beyond or within its limits. */
export class Signs {
  readonly shown: Shown
  readonly day: Day
  readonly values: readonly Value[]
  readonly #byKey = new Map<string, Stated[]>()

  constructor(shown: Shown, day: Day) {
    this.shown = shown
    this.day = day
    this.values = shown.values.filter((value) => value.day <= day)
    for (const stated of shown.stated) this.#add(stated)
    for (const value of this.values) for (const stated of told(value, shown.sex)) this.#add(stated)
  }

  #add(stated: Stated): void {
    if (stated.day > this.day) return
    const list = this.#byKey.get(stated.key)
    if (list) list.push(stated)
    else this.#byKey.set(stated.key, [stated])
  }

  /** There if it was ever there; not there if the last word says so. A day that says both says nothing. */
  of(key: string): Truth {
    const list = this.#byKey.get(key)
    if (list === undefined) return undefined
    const sound = list.filter(({ day, there }) => !list.some((other) => other.day === day && other.there !== there))
    if (sound.some(({ there }) => there)) return true
    return sound.length > 0 && sound.length === list.length ? false : undefined
  }

  has(key: string): boolean {
    return this.of(key) === true
  }

  lacks(key: string): boolean {
    return this.of(key) === false
  }

  hasAny(...keys: readonly string[]): boolean {
    return keys.some((key) => this.has(key))
  }

  /** The first day on which a sign that is stated to be there may have begun. */
  first(key: string): Day {
    return Math.min(...(this.#byKey.get(key) ?? []).filter(({ there }) => there).map(({ from }) => from))
  }

  /** The labels under which somebody was treated by this day. */
  labels(): readonly string[] {
    return this.shown.courses.flatMap(({ label, day }) => (label !== undefined && day <= this.day ? [label] : []))
  }

  chains(): readonly string[] {
    return this.shown.chains.flatMap(({ chain, day }) => (day <= this.day ? [chain] : []))
  }

  firstCourse(matches: (course: Shown['courses'][number]) => boolean): Day {
    return Math.min(
      ...this.shown.courses.filter((course) => course.day <= this.day && matches(course)).map(({ day }) => day),
    )
  }
}

/** Which sign a measurement tells of: beyond a limit, and by its own number where no limit is printed. */
interface Telling {
  readonly sign: string
  readonly side: 'high' | 'low'
  readonly sex?: Shown['sex']
  readonly without?: (value: number) => boolean
  /** A value within its limits does not clear it. */
  readonly onlyBeyond?: true
}

/** Adrenal failure by a morning value alone: it counts, and a stimulation test is wanted. */
export const CORTISOL = 'adrenal-insufficiency-by-cortisol'

const TELLING: Readonly<Record<string, readonly Telling[]>> = {
  platelets: [{ sign: 'thrombocytosis', side: 'high', without: (value) => value >= 450 }],
  hemoglobin: [
    { sign: 'polycythemia', side: 'high', sex: 'male', without: (value) => value > 16.5 },
    { sign: 'polycythemia', side: 'high', sex: 'female', without: (value) => value > 16 },
    { sign: 'anemia', side: 'low' },
  ],
  testosterone: [{ sign: 'hypogonadism', side: 'low', sex: 'male' }],
  'cortisol-am': [{ sign: CORTISOL, side: 'low', onlyBeyond: true }],
  prolactin: [{ sign: 'hyperprolactinemia', side: 'high' }],
  tsh: [{ sign: 'hypothyroidism', side: 'high' }],
}

function told(value: Value, sex: Shown['sex']): readonly Stated[] {
  return (TELLING[value.key] ?? []).flatMap(({ sign, side, sex: only, without, onlyBeyond }) => {
    if (only !== undefined && only !== sex) return []
    const there = beyond(value, side) ?? (value.value === undefined ? undefined : without?.(value.value))
    return there === undefined || (onlyBeyond && !there) ? [] : [{ key: sign, day: value.day, from: value.day, there }]
  })
}

/** Is it beyond the limit on that side? Unknown where neither a limit nor a letter is printed. */
export function beyond({ value, sign, low, high, letter }: Value, side: 'high' | 'low'): Truth {
  if (letter !== undefined) return letter === side
  const limit = side === 'high' ? high : low
  if (value === undefined || limit === undefined) return undefined
  if (sign === '>') return value >= (side === 'high' ? limit : limit) ? side === 'high' : undefined
  if (sign === '<') return value <= limit ? side === 'low' : undefined
  return side === 'high' ? value > limit : value < limit
}
