import { type Day, dayText, LAST_DAY } from '../days.ts'
import type { History } from '../history.ts'
import type { Groups } from './groups.ts'
import { type Grade, grade, judged, type Verdict } from './mayo.ts'
import { type Flags, flagsOf } from './red-flag.ts'
import { type Form, type Shown, shownIn, UNDATED } from './shown.ts'
import { Signs } from './signs.ts'

export type { Form } from './shown.ts'

/** What is true of a made-up person, and what their record shows of it in one format. */
export interface GroundTruth {
  readonly id: string
  readonly story: string
  /** Is it POEMS, whether or not the record knows? */
  readonly poems: boolean
  readonly format: Form
  /** The Mayo criteria (rule of 2007) at the end of the records; `since` is the first day on which they were met. */
  readonly mayo: { readonly value: Verdict; readonly grade?: Grade; readonly since?: string | null }
  /** The groups of the criteria that are known: there or not there. The others are not known. */
  readonly groups: Readonly<Partial<Record<keyof Groups, boolean>>>
  /** The first day on which the record names POEMS; null where it names it without a date. */
  readonly recorded?: string | null
  /** The red flag; `quiet` once POEMS is recorded. */
  readonly redFlag: 'high' | 'medium' | 'none' | 'quiet'
  /** Each rule of it that holds, with its level, whether or not it is quiet. */
  readonly flags: Flags
}

/**
 * The ground truth of a person in a format, from what the story put in and dirt left: never by the engine.
 * Example: `truthOf(personOf(3, making), "omop").mayo.value`.
 */
export function truthOf(history: History, format: Form): GroundTruth {
  const shown = shownIn(format, history)
  const signs = new Signs(shown, LAST_DAY)
  const { groups, verdict } = judged(signs)
  const met = verdict === 'met' ? { grade: grade(signs, groups), since: text(since(shown)) } : {}
  const recorded = recordedOn(shown)
  const flags = flagsOf(signs, groups)
  const levels = Object.values(flags)
  const level = levels.includes('high') ? 'high' : (levels[0] ?? 'none')
  return {
    id: String(history.id),
    story: history.story,
    poems: history.poems,
    format,
    mayo: { value: verdict, ...met },
    groups: known(groups),
    ...(recorded !== undefined && { recorded: text(recorded) }),
    redFlag: recorded !== undefined && level !== 'none' ? 'quiet' : level,
    flags,
  }
}

function known(groups: Groups): GroundTruth['groups'] {
  return Object.fromEntries(Object.entries(groups).filter(([, there]) => there !== undefined))
}

function text(day: Day): string | null {
  return day === UNDATED ? null : dayText(day)
}

/** Only the diagnosis itself says it: what a treatment was given for does not. */
function recordedOn({ stated }: Shown): Day | undefined {
  const days = stated.filter(({ key, there }) => key === 'poems-syndrome' && there).map(({ day }) => day)
  return days.length === 0 ? undefined : Math.min(...days)
}

function since(shown: Shown): Day {
  const all = [...shown.stated, ...shown.values, ...shown.courses, ...shown.chains].map(({ day }) => day)
  const days = [...new Set(all)].sort((a, b) => a - b)
  return days.find((day) => judged(new Signs(shown, day)).verdict === 'met') ?? LAST_DAY
}
