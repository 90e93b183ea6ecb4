import type { Engine } from '../../core/engine.ts'
import type { PersonRecord } from '../../core/record.ts'
import type { CodeIndex } from '../codes.ts'
import type { Fields } from '../fields.ts'
import type { ReadItem } from '../item.ts'
import type { Place } from '../pointer.ts'
import { type Before, Report } from '../report.ts'
import { readAction } from './actions.ts'
import { Counted } from './counted.ts'
import { readDisease, readFeature } from './features.ts'
import { readMeasurement } from './measurements.ts'
import { Packet } from './packet.ts'
import { Part } from './part.ts'
import { readSubject } from './subject.ts'

const PACKET = [
  'id',
  'subject',
  'phenotypicFeatures',
  'measurements',
  'biosamples',
  'interpretations',
  'diseases',
  'medicalActions',
  'files',
  'metaData',
]
const TELLING = [
  'phenotypicFeatures',
  'phenotypic_features',
  'metaData',
  'meta_data',
  'medicalActions',
  'medical_actions',
  'proband',
  'subject',
  'diseases',
  'interpretations',
  'members',
]

// Lists that Scansion's own record has and no packet: a record with a stray field of these names is still a record.
const NOT_OURS = ['findings', 'courses', 'treatedAs', 'treatments']

/** Is it a Phenopacket, a Family or a Cohort, by the names of its fields? */
export function isPhenopacket(value: Fields): boolean {
  return TELLING.some((name) => Object.hasOwn(value, name)) && !NOT_OURS.some((name) => Object.hasOwn(value, name))
}

/**
 * Reads a GA4GH Phenopacket (version 2) in protobuf's JSON; of a Family the proband, of a Cohort its members.
 * Codes that are not exactly a key, and parts that are not read, stand among the hints of the item.
 * Example: `readPhenopackets(new JsonPlace("p.json"), JSON.parse(text), engine, codes)[0]?.record?.facts`.
 */
export function readPhenopackets(
  place: Place,
  value: Fields,
  engine: Engine,
  codes: CodeIndex,
  before: Before | undefined,
): readonly ReadItem[] {
  const members = value.members
  if (Array.isArray(members) && !Object.hasOwn(value, 'subject')) {
    const report = new Report()
    const cohort = new Part(value, '', place, report).expect(['id', 'description', 'members', 'files', 'metaData'])
    const parts = cohort.parts('members')
    const items = parts.map((part) => readPacket(place.inside(part.pointer), part.fields, engine, codes, undefined))
    if (before) report.take(before)
    const problems = report.close(place.input)
    return problems.length === 0 && items.length > 0
      ? items
      : [...items, { input: place.input, problems: told(problems, place) }]
  }
  if (Object.hasOwn(value, 'proband')) return [readFamily(place, value, engine, codes, before)]
  return [readPacket(place, value, engine, codes, before)]
}

function told(problems: ReadItem['problems'], place: Place): ReadItem['problems'] {
  if (problems.length > 0) return problems
  const report = new Report()
  report.add('file-empty', place.at('/members'), 'the cohort has no members', 'give packets as members')
  return report.close(place.input)
}

function readFamily(
  place: Place,
  value: Fields,
  engine: Engine,
  codes: CodeIndex,
  before: Before | undefined,
): ReadItem {
  const report = new Report()
  if (before) report.take(before)
  const family = new Part(value, '', place, report)
  family.expect(['id', 'proband', 'relatives', 'consanguinousParents', 'pedigree', 'files', 'metaData'])
  const proband = family.part('proband')
  const problems = report.close(place.input)
  if (proband === undefined) return { input: place.input, problems }
  const item = readPacket(place.inside('/proband'), proband.fields, engine, codes, { problems, further: 0 })
  const relatives =
    family.value('relatives') === undefined ? [] : [{ at: place.at(family.at('relatives')), code: 'relatives' }]
  return { ...item, hints: [...(item.hints ?? []), ...relatives] }
}

function readPacket(
  place: Place,
  value: Fields,
  engine: Engine,
  codes: CodeIndex,
  before: Before | undefined,
): ReadItem {
  const packet = new Packet(place, engine, codes, before)
  const part = new Part(value, '', place, packet.report).expect(PACKET)
  const subject = part.part('subject')
  const sex = subject && readSubject(packet, subject)
  const counted = new Counted(packet)
  for (const item of part.parts('phenotypicFeatures'))
    counted.read('phenotypicFeatures', () => readFeature(packet, item))
  for (const item of part.parts('measurements')) counted.read('measurements', () => readMeasurement(packet, item))
  for (const item of part.parts('diseases')) counted.read('diseases', () => readDisease(packet, item))
  for (const item of part.parts('medicalActions')) counted.read('medicalActions', () => readAction(packet, item))
  for (const item of part.parts('interpretations')) {
    const disease = item.part('diagnosis')?.term('disease')
    packet.unused(item.pointer, disease?.id ?? 'interpretations', disease?.label)
    counted.setAside('interpretations')
  }
  for (const name of ['biosamples', 'files']) {
    for (const item of part.parts(name)) {
      packet.unused(item.pointer, name)
      counted.setAside(name)
    }
  }
  const id = subject?.text('id') ?? part.text('id') ?? place.input
  const record = recordOf(packet, id, sex)
  return { input: place.input, record, problems: record.problems, hints: packet.hints, coverage: counted.coverage }
}

function recordOf(packet: Packet, id: string, sex: PersonRecord['sex']): PersonRecord {
  const { facts, courses, report, place } = packet
  return { id, sex, facts, courses, complete: [], relativeOnly: false, problems: report.close(place.input) }
}
