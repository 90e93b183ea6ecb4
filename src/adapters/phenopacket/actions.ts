import { noteOf } from '../coded.ts'
import type { Time } from '../time.ts'
import { NOT_STATED } from '../time.ts'
import { POEMS_LABEL, TREATED_AS } from '../vocabulary.ts'
import { inWords, type Packet } from './packet.ts'
import type { Part, Term } from './part.ts'
import { readInterval, readMoment } from './time.ts'

const ACTION = [
  'procedure',
  'treatment',
  'radiationTherapy',
  'therapeuticRegimen',
  'treatmentTarget',
  'treatmentIntent',
  'responseToTreatment',
  'adverseEvents',
  'treatmentTerminationReason',
]
const TREATMENT = ['agent', 'routeOfAdministration', 'doseIntervals', 'drugType', 'cumulativeDose']
const RADIOTHERAPY = 'radiotherapy'

/** What was given and when, before it is joined with its label. */
interface Given {
  readonly keys: readonly string[]
  readonly start: Time
  readonly stop?: Time
  readonly note?: string
}

/** Reads one medical action into a course. How it was answered is told in a term, and stays a note. */
export function readAction(packet: Packet, part: Part): void {
  part.expect(ACTION)
  const given = readGiven(packet, part)
  const target = part.term('treatmentTarget')
  const label = target && labelOf(packet, target)
  for (const event of part.terms('adverseEvents')) packet.hint(event)
  if (given === undefined) return
  if (given.keys.length === 0) return
  const note = noteOf(
    given.note,
    inWords('target', target),
    inWords('intent', part.term('treatmentIntent')),
    inWords('response', part.term('responseToTreatment')),
    inWords('ended for', part.term('treatmentTerminationReason')),
  )
  packet.courses.push({
    for: label,
    with: given.keys,
    start: { from: given.start.from, to: given.start.to },
    stop: given.stop && { from: given.stop.from, to: given.stop.to },
    note,
    when: given.start.when,
    at: part.place,
  })
}

function readGiven(packet: Packet, part: Part): Given | undefined {
  const treatment = part.part('treatment')
  if (treatment) return readTreatment(packet, treatment)
  const radiation = part.part('radiationTherapy')
  if (radiation) return readRadiation(packet, radiation)
  const procedure = part.part('procedure')
  if (procedure) return readProcedure(packet, procedure)
  const regimen = part.part('therapeuticRegimen')
  if (regimen) return readRegimen(packet, regimen)
  const named = ['treatment', 'radiationTherapy', 'procedure', 'therapeuticRegimen'].some(
    (name) => part.value(name) !== undefined,
  )
  if (!named)
    part.say(
      'field-missing',
      part.pointer,
      'there is no action',
      'give a treatment, procedure, radiationTherapy or therapeuticRegimen',
    )
  return undefined
}

function readTreatment(packet: Packet, part: Part): Given | undefined {
  const agent = requireTerm(part.expect(TREATMENT), 'agent')
  const spans = part.parts('doseIntervals').flatMap((dose) => dose.part('interval') ?? [])
  const starts = spans.map((span) => bound(span, 'start')).filter((time) => time !== NOT_STATED)
  const ends = spans.map((span) => bound(span, 'end')).filter((time) => time !== NOT_STATED)
  const start = starts.reduce((a, b) => (b.from < a.from ? b : a), starts[0] ?? NOT_STATED)
  const stop = ends.length === 0 ? undefined : ends.reduce((a, b) => (b.to > a.to ? b : a))
  const note = noteOf(inWords('route', part.term('routeOfAdministration')))
  return agent && { keys: treatmentsOf(packet, agent), start, stop, note }
}

/** One end of an interval by itself. */
function bound(span: Part, name: 'start' | 'end'): Time {
  const time = readInterval(span)
  // A start alone does not say that the treatment has ended.
  if (time === NOT_STATED || (name === 'end' && span.text('end') === undefined)) return NOT_STATED
  const from = span.text('start') === undefined ? undefined : { ...time, to: time.from }
  return (name === 'start' ? from : undefined) ?? { ...time, from: time.to }
}

function readRadiation(packet: Packet, part: Part): Given {
  const modality = part.expect(['modality', 'bodySite', 'dosage', 'fractions']).term('modality')
  const keys = new Set(modality ? treatmentsOf(packet, modality) : [])
  if (packet.vocabulary.treatments.has(RADIOTHERAPY)) keys.add(RADIOTHERAPY)
  const numbers = ['dosage', 'fractions'].flatMap((name) =>
    Number.isFinite(part.value(name)) ? [`${name}: ${part.value(name)}`] : [],
  )
  return { keys: [...keys], start: NOT_STATED, note: noteOf(inWords('site', part.term('bodySite')), ...numbers) }
}

function readProcedure(packet: Packet, part: Part): Given | undefined {
  const code = requireTerm(part.expect(['code', 'bodySite', 'performed']), 'code')
  const moment = readMoment(part.part('performed'), packet.born)
  const note = noteOf(inWords('site', part.term('bodySite')), moment.words)
  return code && { keys: treatmentsOf(packet, code), start: moment.time, note }
}

function readRegimen(packet: Packet, part: Part): Given | undefined {
  part.expect(['ontologyClass', 'externalReference', 'startTime', 'endTime', 'regimenStatus'])
  const term = part.term('ontologyClass') ?? part.part('externalReference')?.asTerm()
  const start = readMoment(part.part('startTime'), packet.born)
  const end = readMoment(part.part('endTime'), packet.born)
  const stop = Number.isFinite(end.time.to) ? end.time : undefined
  return term && { keys: treatmentsOf(packet, term), start: start.time, stop, note: noteOf(start.words, end.words) }
}

function requireTerm(part: Part, name: string): Term | undefined {
  if (part.value(name) === undefined)
    part.say('field-missing', part.pointer, `there is no ${name}`, 'give the code of what was done')
  return part.term(name)
}

function treatmentsOf(packet: Packet, term: Term): readonly string[] {
  return [...new Set(packet.meanings(term, ['treatment']).map(({ word }) => word.key))]
}

/** The label of a course by the disease it was aimed at. */
function labelOf(packet: Packet, target: Term): string | undefined {
  for (const { word, row } of packet.meanings(target, ['choice', 'diagnosis'])) {
    if (word.key === packet.vocabulary.knownDiagnosis) return POEMS_LABEL
    if (word.key === TREATED_AS && row.value !== undefined && packet.vocabulary.labels.has(row.value)) return row.value
  }
  return undefined
}
