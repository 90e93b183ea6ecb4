import type { Engine } from '../core/engine.ts'
import { problem } from '../core/problem.ts'
import type { Problem } from '../schema/problem.ts'
import { looksLikeOwn, readOwn } from './case/record.ts'
import type { CodeIndex } from './codes.ts'
import { detectFormat, type Format } from './detect.ts'
import { isFhir, readFhir } from './fhir/in/index.ts'
import { isResponse, readResponse } from './fhir/response.ts'
import { isFields } from './fields.ts'
import type { ReadItem } from './item.ts'
import { type ParsedJson, parseJson, pointerOf } from './json.ts'
import { isPhenopacket, readPhenopackets } from './phenopacket/index.ts'
import { JsonPlace, type Place } from './pointer.ts'
import { type Before, Report, show } from './report.ts'
import { encodingTrouble } from './text.ts'
import { type Part, readParts } from './together.ts'
import { parseYaml, type YamlDocument, YamlPlace } from './yaml.ts'

/** What readers need beside the input. */
export interface Context {
  readonly engine: Engine
  readonly codes: CodeIndex
}

const NO_CODES: CodeIndex = {}
const FORMATS =
  "Scansion's own record (JSON, JSON list, NDJSON, YAML), FHIR (a Bundle, a resource, NDJSON) or a Phenopacket (JSON)"

/**
 * Reads one document: a record, a list of records, NDJSON, YAML of one or several documents, FHIR or Phenopackets,
 * whichever it is. Never throws for what a text holds: each item has a record, or problems that say why not. Lines of FHIR
 * resources are one record for each person they are about.
 * `codes` tells what codes of FHIR and Phenopackets mean; without it nothing of them is known.
 * Example: `readDocument("a.json", '{"findings": [{"key": "papilledema", "status": "present"}]}', engine)[0]?.record`.
 */
export function readDocument(
  name: string,
  text: string,
  engine: Engine,
  codes: CodeIndex = NO_CODES,
): readonly ReadItem[] {
  const { body, problems, lost, unreadable } = encodingTrouble(name, text)
  if (unreadable) return [{ input: name, problems }]
  const format = detectFormat(body)
  const [first, ...rest] = readText(format, name, body, { engine, codes })
  if (first === undefined) return [empty(name)]
  // Of lines each tells for itself what its encoding lost.
  return [withProblems(first, lost === undefined || format === 'ndjson' ? problems : [...problems, lost]), ...rest]
}

/**
 * Reads one line of NDJSON, for files too large to hold. Lines count from 1; blank ones are for the caller to skip.
 * Example: `readLine("all.ndjson", 12, line, engine).input` is `"all.ndjson:12"`.
 */
export function readLine(
  name: string,
  line: number,
  text: string,
  engine: Engine,
  codes: CodeIndex = NO_CODES,
): ReadItem {
  const parsed = parseLine(name, line, text)
  return 'item' in parsed ? parsed.item : readParsedLine(parsed, { engine, codes })
}

/** A line that is JSON, with what was wrong with it. */
interface ParsedLine {
  readonly input: string
  readonly value: unknown
  readonly troubles: readonly Problem[]
  readonly found: Before | undefined
}

function parseLine(name: string, line: number, text: string): ParsedLine | { readonly item: ReadItem } {
  const input = `${name}:${line}`
  const { body, problems, lost, unreadable } = encodingTrouble(input, text)
  if (unreadable) return { item: { input, problems } }
  const troubles = lost === undefined ? problems : [...problems, lost]
  const parsed = parseJson(body)
  if (parsed.broken) {
    const broken = brokenJson(`${input}:${parsed.broken.offset + 1}`, parsed)
    return { item: { input, problems: [...troubles, broken] } }
  }
  return { input, value: parsed.value, troubles, found: before(new JsonPlace(input), parsed) }
}

function readParsedLine({ input, value, troubles, found }: ParsedLine, context: Context): ReadItem {
  const items = readValue(new JsonPlace(input), value, context, found)
  const [first] = items
  if (first === undefined || items.length > 1) {
    const what = `the line holds ${show(value)} of ${items.length} records`
    return { input, problems: [problem('record-not-object', input, what, 'write one record a line')] }
  }
  return withProblems(first, troubles)
}

function readText(format: Format, name: string, text: string, context: Context): readonly ReadItem[] {
  switch (format) {
    case 'ndjson':
      return readLines(name, text, context)
    case 'yaml':
      return readYaml(name, text, context)
    case 'unknown': {
      const what = `the text begins with ${show(text.trimStart().slice(0, 40))}`
      return [{ input: name, problems: [problem('format-unknown', name, what, `give ${FORMATS}`)] }]
    }
    default:
      return readJson(name, text, context)
  }
}

function readLines(name: string, text: string, context: Context): readonly ReadItem[] {
  return readParts(name, partsOfLines(name, text, context), context.engine, context.codes)
}

function partsOfLines(name: string, text: string, context: Context): readonly Part[] {
  const parts: Part[] = []
  let line = 1
  for (let start = 0; start < text.length; line++) {
    const end = text.indexOf('\n', start)
    const content = text.slice(start, end < 0 ? text.length : end)
    start = end < 0 ? text.length : end + 1
    if (content.trim() === '') continue
    const parsed = parseLine(name, line, content)
    if ('item' in parsed) {
      parts.push({ value: undefined, read: () => [parsed.item] })
      continue
    }
    const { input, value, troubles, found } = parsed
    const before = { problems: [...troubles, ...(found?.problems ?? [])], further: found?.further ?? 0 }
    parts.push({ value, place: new JsonPlace(input), before, read: () => [readParsedLine(parsed, context)] })
  }
  return parts
}

/**
 * The lines of NDJSON, the members of a list or the one value of JSON, each to be read by itself or with others; nothing
 * where a text is not JSON from its beginning to its end.
 */
export function partsOf(name: string, text: string, context: Context): readonly Part[] {
  const { body, problems, lost, unreadable } = encodingTrouble(name, text)
  if (unreadable) return []
  const format = detectFormat(body)
  if (format === 'ndjson') return partsOfLines(name, body, context)
  if (format === 'yaml' || format === 'unknown') return []
  const parsed = parseJson(body)
  if (parsed.broken) return []
  const place = new JsonPlace(name)
  const troubles = lost === undefined ? problems : [...problems, lost]
  const beforeOf = (index?: number) => {
    const found = before(place, parsed, index)
    if (troubles.length === 0 || (index ?? 0) > 0) return found
    return { problems: [...troubles, ...(found?.problems ?? [])], further: found?.further ?? 0 }
  }
  const part = (at: Place, value: unknown, found: Before | undefined): Part => ({
    value,
    place: at,
    before: found,
    read: () => readValue(at, value, context, found),
  })
  if (!Array.isArray(parsed.value)) return [part(place, parsed.value, beforeOf())]
  return parsed.value.map((value, index) => part(place.inside(`/${index}`), value, beforeOf(index)))
}

function readJson(name: string, text: string, context: Context): readonly ReadItem[] {
  const parsed = parseJson(text)
  if (parsed.broken) {
    const { line, column } = parsed.broken
    return [{ input: name, problems: [brokenJson(`${name}:${line}:${column}`, parsed)] }]
  }
  const place = new JsonPlace(name)
  if (!Array.isArray(parsed.value)) return readValue(place, parsed.value, context, before(place, parsed))
  return readMembers(place, parsed.value, context, (index) => before(place, parsed, index))
}

function readYaml(name: string, text: string, context: Context): readonly ReadItem[] {
  const documents = parseYaml(name, text)
  const stated = documents.filter((document) => document.value !== null || document.problems.length > 0)
  if (stated.length === 0) return [empty(name)]
  return stated.flatMap((document) => {
    const input = documents.length === 1 ? name : `${name}:${document.line}`
    return readYamlDocument(input, name, document, context)
  })
}

function readYamlDocument(input: string, name: string, document: YamlDocument, context: Context): readonly ReadItem[] {
  const { value, problems } = document
  const found = { problems, further: 0 }
  if (value === undefined) {
    const report = new Report()
    report.take(found)
    return [{ input, problems: report.close(input) }]
  }
  const place = new YamlPlace(input, name, document)
  if (!Array.isArray(value)) return readValue(place, value, context, found)
  // Lines do not tell to which member a trouble of the text belongs: the first one tells them all.
  return readMembers(place, value, context, (index) => (index === 0 ? found : undefined))
}

function readMembers(
  place: Place,
  members: readonly unknown[],
  context: Context,
  beforeOf: (index: number) => Before | undefined,
): readonly ReadItem[] {
  if (members.length === 0) return [empty(place.input)]
  const parts = members.map((value, index): Part => {
    const member = place.inside(`/${index}`)
    const before = beforeOf(index)
    return { value, place: member, before, read: () => readValue(member, value, context, before) }
  })
  return readParts(place.input, parts, context.engine, context.codes)
}

function empty(input: string): ReadItem {
  return { input, problems: [problem('file-empty', input, 'there is no record in it', `give ${FORMATS}`)] }
}

/** Reads what one value holds: one record, or the members of a cohort. */
function readValue(
  place: Place,
  value: unknown,
  { engine, codes }: Context,
  found: Before | undefined,
): readonly ReadItem[] {
  if (!isFields(value)) return [readOwn(place, value, engine, found)]
  if (isResponse(value)) return [readResponse(place, value, engine, found)]
  if (isFhir(value)) return readFhir(place, value, engine, codes, found)
  if (isPhenopacket(value)) return readPhenopackets(place, value, engine, codes, found)
  if (looksLikeOwn(value)) return [readOwn(place, value, engine, found)]
  const names = Object.keys(value).slice(0, 5).map(show).join(', ')
  const report = new Report()
  if (found) report.take(found)
  report.add('format-unknown', place.at(''), `here stands an object with ${names}, not a record`, `give ${FORMATS}`)
  return [{ input: place.input, problems: report.close(place.input) }]
}

/** Troubles of the text as problems; of a list those of one member, with what belongs to none at the first. */
function before(place: Place, parsed: ParsedJson, member?: number): Before | undefined {
  const mine = parsed.found.filter(({ path }) => member === undefined || (path[0] ?? 0) === member)
  const further = member === undefined || member === 0 ? parsed.further : 0
  if (mine.length === 0 && further === 0) return undefined
  const problems = mine.map(({ code, path, what, hint }) => problem(code, place.at(pointerOf(path)), what, hint))
  return { problems, further }
}

function brokenJson(at: string, { broken }: ParsedJson): Problem {
  return problem('json-broken', at, broken?.what ?? 'no JSON', broken?.hint ?? 'mend the JSON')
}

function withProblems(item: ReadItem, problems: readonly Problem[]): ReadItem {
  if (problems.length === 0) return item
  const all = [...problems, ...item.problems]
  return { ...item, problems: all, ...(item.record && { record: { ...item.record, problems: all } }) }
}
