import { type DayRange, parseDay, UNDATED } from '../../core/day.ts'
import type { Engine } from '../../core/engine.ts'
import { interval } from '../../core/interval.ts'
import type { Course, Fact, PersonRecord, Response, Status } from '../../core/record.ts'
import { convert, parseQuantity } from '../../core/units.ts'
import type { EngineFinding } from '../../schema/engine.ts'
import type { RuleExample } from '../../schema/index.ts'

/** The record an example describes, or what in it cannot be read. */
export interface GivenRecord {
  readonly record: PersonRecord
  readonly troubles: readonly string[]
}

const CLAUSE = /\s(limit|on|specimen|method|site|assay|explained by)\s/
const STATUSES: ReadonlySet<string> = new Set(['present', 'absent', 'equivocal'])
const QUALITATIVE: ReadonlySet<string> = new Set(['high', 'low', 'normal'])
const RESPONSES: ReadonlySet<string> = new Set(['none', 'partial', 'good', 'worse'])

/**
 * Makes a record of the `given` of an example. Values: `present`, `absent`, `equivocal`, `high`, `low`, `normal`,
 * a quantity, or a choice; after it `limit 100` (upper) or `limit 50-100`, `on 2024-03-18`, `specimen …`, `method …`,
 * `site …`, `assay …`, `explained by …`. `course: "cidp with ivig and corticosteroids response none line 1 from 2024-01
 * to 2024-06"`; `sex: male`. A list gives several facts or courses.
 */
export function recordOf(given: RuleExample['given'], engine: Engine): GivenRecord {
  const troubles: string[] = []
  const facts: Fact[] = []
  const courses: Course[] = []
  let sex: PersonRecord['sex']
  for (const [key, value] of Object.entries(given)) {
    for (const [i, text] of (typeof value === 'string' ? [value] : value).entries()) {
      const at = `example#/given/${key}${typeof value === 'string' ? '' : `/${i}`}`
      try {
        if (key === 'course') courses.push(courseOf(text, at))
        else if (key === 'sex') sex = sexOf(text)
        // Rules may also ask for the sex as for any choice.
        if (key !== 'course' && engine.keyIndex.has(key)) facts.push(factOf(key, text, at, engine))
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error
        troubles.push(`${key}: ${error.message}`)
      }
    }
  }
  return { record: { id: 'example', sex, facts, courses, complete: [], relativeOnly: false, problems: [] }, troubles }
}

class Unreadable extends Error {}

function sexOf(text: string): 'male' | 'female' {
  if (text !== 'male' && text !== 'female') throw new Unreadable(`"${text}" is neither male nor female`)
  return text
}

function factOf(key: string, text: string, at: string, engine: Engine): Fact {
  const [head = '', ...rest] = ` ${text}`.split(CLAUSE)
  const clauses = new Map<string, string>()
  for (let i = 0; i + 1 < rest.length; i += 2) clauses.set(rest[i] as string, (rest[i + 1] as string).trim())
  const date = clauses.get('on')
  const own = (field: string, name: string) => (clauses.has(name) ? { [field]: clauses.get(name) } : undefined)
  const range: DayRange = date === undefined ? UNDATED : dayOf(date)
  const finding = engine.knowledge.findings[key]
  const said = head.trim()
  return {
    key,
    ...saying(key, said, clauses.get('limit'), finding),
    when: date ?? null,
    from: range.from,
    to: range.to,
    at,
    ...own('specimen', 'specimen'),
    ...own('method', 'method'),
    ...own('site', 'site'),
    ...own('assay', 'assay'),
    ...own('explainedBy', 'explained by'),
  }
}

function dayOf(text: string): DayRange {
  const range = parseDay(text)
  if (!range) throw new Unreadable(`"${text}" is no ISO date`)
  return range
}

function saying(
  key: string,
  said: string,
  limit: string | undefined,
  finding: EngineFinding | undefined,
): Partial<Fact> {
  if (finding?.kind === 'measurement') return measured(key, said, limit, finding.unit ?? '')
  if (limit !== undefined) throw new Unreadable('only a measurement has a limit')
  if (finding?.kind === 'choice') {
    if (STATUSES.has(said)) return { status: said as Status }
    if (!finding.values?.includes(said)) throw new Unreadable(`"${said}" is none of ${finding.values?.join(', ')}`)
    return { choice: said }
  }
  if (!STATUSES.has(said)) throw new Unreadable(`"${said}" is none of present, absent, equivocal`)
  return { status: said as Status }
}

function measured(key: string, said: string, limit: string | undefined, unit: string): Partial<Fact> {
  if (QUALITATIVE.has(said)) return { qualitative: said as 'high' | 'low' | 'normal' }
  const read = parseQuantity(said)
  if (!read) throw new Unreadable(`"${said}" is neither a quantity nor high, low, normal`)
  const bring = (value: number): number => {
    const converted =
      read.unit === undefined && /^(1|\{.*\})$/.test(unit)
        ? { ok: true as const, value }
        : convert(key, value, read.unit, unit)
    if (!converted.ok) throw new Unreadable(`"${said}": ${converted.hint}`)
    return converted.value
  }
  const value = bring(read.value)
  const [, low, high] = limit === undefined ? [] : (/^(?:(\d+(?:\.\d+)?)-)?(\d+(?:\.\d+)?)$/.exec(limit) ?? [])
  if (limit !== undefined && high === undefined) throw new Unreadable(`limit "${limit}" is neither 100 nor 50-100`)
  return {
    value,
    ...(read.comparator && { comparator: read.comparator }),
    interval: interval(value, read.comparator),
    given: said,
    ...(low === undefined ? undefined : { limitLow: bring(Number(low)) }),
    ...(high === undefined ? undefined : { limitHigh: bring(Number(high)) }),
  }
}

const COURSE =
  /^(?<label>[\w-]+)?(?:\s*\bwith (?<with>[\w-]+(?:(?:,| and) *[\w-]+)*?))?(?:\s*\bresponse (?<response>[\w-]+))?(?:\s*\bline (?<line>\d+))?(?:\s*\bfrom (?<from>[\d-]+))?(?:\s*\bto (?<to>[\d-]+))?$/

function courseOf(text: string, at: string): Course {
  const bare = text.trim().startsWith('with ') ? ` ${text.trim()}` : text.trim()
  const parts = COURSE.exec(bare)?.groups
  if (!parts) throw new Unreadable(`"${text}" is no course; write "cidp with ivig response none"`)
  const { label, with: given = '', response, line, from, to } = parts
  if (response !== undefined && !RESPONSES.has(response)) throw new Unreadable(`"${response}" is no response`)
  return {
    ...(label === undefined ? undefined : { for: label }),
    with: given
      .split(/,| and /)
      .map((key) => key.trim())
      .filter((key) => key !== ''),
    start: from === undefined ? UNDATED : dayOf(from),
    ...(to === undefined ? undefined : { stop: dayOf(to) }),
    ...(line === undefined ? undefined : { line: Number(line) }),
    ...(response === undefined ? undefined : { response: response as Response }),
    when: from ?? null,
    at,
  }
}
