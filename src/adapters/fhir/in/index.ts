import type { Engine } from '../../../core/engine.ts'
import type { CodeIndex } from '../../codes.ts'
import { Tally } from '../../coverage.ts'
import type { ReadItem } from '../../item.ts'
import { JsonPlace, type Place } from '../../pointer.ts'
import { type Before, Report } from '../../report.ts'
import { type Content, contentOf } from './bundle.ts'
import { type People, peopleOf } from './people.ts'
import { readPerson } from './person.ts'
import { References } from './references.ts'
import { type FhirResource, type Found, isFhir, kindOf, subjectOf } from './resource.ts'
import { latestOf } from './versions.ts'

export { RESOURCES_READ } from './kinds.ts'
export { type FhirResource, isFhir, subjectOf } from './resource.ts'

/**
 * Reads a Bundle of any type, or a single resource, of FHIR R4 (R4B and R5 where they agree with it): one record for each
 * person that the resources are about. What is not read is told or counted, and `coverage` has every resource once.
 * Example: `readFhir(new JsonPlace("bundle.json"), JSON.parse(text), engine, codes, undefined)[0]?.record?.facts`.
 */
export function readFhir(
  place: Place,
  value: unknown,
  engine: Engine,
  codes: CodeIndex,
  before: Before | undefined,
): readonly ReadItem[] {
  const report = new Report()
  if (before !== undefined) report.take(before)
  if (!isFhir(value)) {
    report.add('format-unknown', place.at(''), 'here stands no resource of FHIR', 'a resource names its resourceType')
    return [{ input: place.input, problems: report.close(place.input) }]
  }
  return readContent(place.input, contentOf(place, value, report), report, engine, codes)
}

/**
 * Reads the resources of one person, wherever they were found: lines of NDJSON, several files. `shared` holds what they
 * may point to and what is about nobody: medicines, specimens.
 * Example: `readFhirPerson("export#Patient/1", [{ at: "Condition.ndjson:3", value }], engine, codes).record`.
 */
export function readFhirPerson(
  input: string,
  resources: readonly FhirResource[],
  engine: Engine,
  codes: CodeIndex,
  shared: readonly FhirResource[] = [],
): ReadItem {
  const report = new Report()
  const content = gather(placed(resources), report)
  const { kept, older } = latestOf(content.found, content.deleted)
  const references = new References([...kept, ...gather(placed(shared), report).found])
  const problems = report.close(input)
  const before = problems.length === 0 ? undefined : { problems, further: 0 }
  const key = resources.map(({ value }) => subjectOf(value)).find((name) => name !== undefined)
  return readPerson({ input, key, found: kept, aside: older, lost: [], references, before }, engine, codes)
}

/** A resource that stands by itself, on a line or in a list. */
export interface Lone {
  readonly place: Place
  readonly value: unknown
}

/**
 * Reads resources that stand by themselves, one record for each person that they are about.
 * Example: `readFhirTogether("a.ndjson", [{ place: new JsonPlace("a.ndjson:1"), value }], engine, codes, undefined)`.
 */
export function readFhirTogether(
  input: string,
  resources: readonly Lone[],
  engine: Engine,
  codes: CodeIndex,
  before: Before | undefined,
): readonly ReadItem[] {
  const report = new Report()
  if (before !== undefined) report.take(before)
  return readContent(input, gather(resources, report), report, engine, codes)
}

function gather(resources: readonly Lone[], report: Report): Content {
  const contents = resources.map(({ place, value }): Content => {
    if (isFhir(value)) return contentOf(place, value, report)
    report.add('format-unknown', place.at(''), 'here stands no resource of FHIR', 'a resource names its resourceType')
    return { found: [], deleted: new Set() }
  })
  return {
    found: contents.flatMap(({ found }) => found),
    deleted: new Set(contents.flatMap(({ deleted }) => [...deleted])),
  }
}

function placed(resources: readonly FhirResource[]): readonly Lone[] {
  return resources.map(({ at, value }) => ({ place: new JsonPlace(at), value }))
}

function readContent(
  input: string,
  { found, deleted }: Content,
  report: Report,
  engine: Engine,
  codes: CodeIndex,
): readonly ReadItem[] {
  const { kept, older } = latestOf(found, deleted)
  const references = new References(kept)
  const people = peopleOf(kept, references)
  const { persons, orphans, shared } = people
  const isOne = persons.length === 1 || (persons.length === 0 && orphans.length === 1)
  if (!isOne) sayOrphans(people, report)
  if (persons.length === 0 && !isOne) return [nobody(input, [...kept, ...older], people, report)]
  const [first, ...others] = persons.length === 0 ? [{ key: input, found: [] as Found[] }] : persons
  if (first === undefined) return []
  const items = [first, ...others].map((person, index) => {
    const isFirst = index === 0
    const problems = isFirst ? report.close(input) : []
    return readPerson(
      {
        input: others.length === 0 ? input : inputOf(input, person.key, index),
        key: person.key,
        found: isFirst && isOne ? [...person.found, ...orphans] : person.found,
        aside: isFirst ? [...older, ...shared] : [],
        lost: isFirst && !isOne ? orphans : [],
        references,
        before: problems.length === 0 ? undefined : { problems, further: 0 },
      },
      engine,
      codes,
    )
  })
  return items
}

/** `file#Patient/1`; a key that is no name of FHIR is not shown, since an identifier may be anything. */
function inputOf(input: string, key: string, index: number): string {
  return `${input}#${/^Patient\/[A-Za-z0-9\-.]{1,64}$/.test(key) ? key : `person-${index + 1}`}`
}

function sayOrphans({ persons, orphans }: People, report: Report): void {
  for (const { place, value } of orphans) {
    const what =
      persons.length === 0
        ? `this ${kindOf(value)} does not say whom it is about, and no Patient is here`
        : `this ${kindOf(value)} does not say whom it is about, and ${persons.length} persons are here`
    report.add(
      'field-missing',
      place.at(''),
      what,
      'give it a subject; it was not read, since guessing mixes people up',
    )
  }
}

/** No person at all: nothing is read, everything is counted. */
function nobody(input: string, all: readonly Found[], { orphans, shared }: People, report: Report): ReadItem {
  const tally = new Tally()
  const lost = new Set(orphans)
  for (const one of all) tally.count(kindOf(one.value), lost.has(one) ? 'notUnderstood' : 'setAside')
  if (orphans.length === 0) {
    const what = shared.length === 0 ? 'there is no resource in it' : 'none of its resources is about a person'
    report.add('file-empty', input, what, 'give resources of a person, with the Patient')
  }
  return { input, problems: report.close(input), coverage: tally.coverage() }
}
