import type { Unit } from '../codes/code.ts'
import { dayText, yearOf } from '../days.ts'
import type { History, IllnessEvent, ReportEvent, ResultEvent, TreatmentEvent } from '../history.ts'
import { letterOf, printed } from '../printed.ts'

type Entry = Readonly<Record<string, unknown>>

/** A history as a record of Scansion's own format: what a reader of the chart would have written down. */
export function asRecord(history: History): Entry {
  const findings: Entry[] = []
  const measurements: Entry[] = []
  const courses: Entry[] = []
  for (const event of history.events) {
    if (event.kind === 'illness') twice(event, diagnosis(event))
    else if (event.kind === 'result') twice(event, result(event))
    else if (event.kind === 'treatment') twice(event, course(event))
    else if (event.kind === 'report') findings.push(report(event))
  }
  const id = String(history.id)
  const birthDate = dayText(history.born)
  const head = { format: 'scansion.record/1', id, sex: history.sex, birthDate, ...presentation(history) }
  return { ...head, findings, measurements, courses }

  function twice(event: { readonly twice: boolean }, entry: [Entry[], Entry] | undefined): void {
    if (entry === undefined) return
    const [list, what] = entry
    list.push(what)
    if (event.twice) list.push(what)
  }

  function diagnosis(event: IllnessEvent): [Entry[], Entry] | undefined {
    const { key, label, oneKind } = event.what
    const ruledOut = event.standing === 'refuted' && !oneKind
    if (event.written === 'words' || (event.standing !== 'confirmed' && !ruledOut)) return undefined
    const when = whenOf(event)
    if (key !== undefined) return [findings, { key, status: ruledOut ? 'absent' : 'present', ...when }]
    if (label === undefined || ruledOut) return undefined
    return [courses, { for: label, with: [], ...('when' in when && { start: when.when }) }]
  }

  function result(event: ResultEvent): [Entry[], Entry] | undefined {
    const { key } = event.what
    if (key === undefined || event.flaw === 'local-code' || event.flaw === 'no-value') return undefined
    const when = dayText(event.day)
    if (event.answer !== undefined)
      return [findings, { key, status: event.answer === 'positive' ? 'present' : 'absent', when }]
    if (event.flaw === 'letter-only') return [measurements, { key, qualitative: letterOf(event), when }]
    const print = printed(event)
    if (print === undefined) return undefined
    const { unit, value, low, high } = print
    return [
      measurements,
      {
        key,
        value,
        ...(event.sign && { comparator: event.sign }),
        ...(event.flaw !== 'no-unit' && { unit: spelled(unit, event) }),
        ...(low !== undefined && { referenceLow: low, referenceHigh: high }),
        when,
      },
    ]
  }

  function course(event: TreatmentEvent): [Entry[], Entry] | undefined {
    const { key } = event.what
    if (key === undefined) return undefined
    const { against, response, line, end } = event
    return [
      courses,
      {
        ...(against && { for: against }),
        with: [key],
        start: dayText(event.day),
        ...(end !== undefined && { stop: dayText(end) }),
        ...(line && { line }),
        ...(response && { response }),
      },
    ]
  }

  function report({ key, found, words, day }: ReportEvent): Entry {
    const says = typeof found === 'string' ? { value: found } : { status: found ? 'present' : 'absent' }
    return { key, ...says, when: dayText(day), note: words }
  }
}

/** The day on which the first condition that matters was entered. */
function presentation({ events }: History): { readonly presentation?: string } {
  const first = events.find((event) => event.kind === 'illness' && (event.what.key ?? event.what.label) !== undefined)
  return first === undefined ? {} : { presentation: dayText(first.day) }
}

function whenOf(event: IllnessEvent): { readonly when?: string } {
  if (event.kept === 'none') return {}
  return { when: event.kept === 'year' ? String(yearOf(event.day)) : dayText(event.day) }
}

/** The unit as this entry spells it. */
export function spelled(unit: Unit, event: ResultEvent): string {
  return unit.spelled[event.spelled] ?? unit.ucum
}
