import { type Meaning, noteOf } from '../coded.ts'
import { makeFact } from '../fact.ts'
import type { Time } from '../time.ts'
import { TREATED_AS } from '../vocabulary.ts'
import { inWords, type Packet } from './packet.ts'
import type { Part, Term } from './part.ts'
import { readMoment } from './time.ts'

const FEATURE = ['description', 'type', 'excluded', 'severity', 'modifiers', 'onset', 'resolution', 'evidence']
const DISEASE = [
  'term',
  'excluded',
  'onset',
  'resolution',
  'diseaseStage',
  'clinicalTnmFinding',
  'primarySite',
  'laterality',
]

/** Reads one phenotypic feature into facts: present from its onset, or absent where it was excluded. */
export function readFeature(packet: Packet, part: Part): void {
  const term = part.expect(FEATURE).term('type')
  if (term === undefined) {
    sayNothing(part, 'type')
    return
  }
  const evidence = part.parts('evidence').map((item) => item.term('evidenceCode'))
  const note = noteOf(
    part.text('description'),
    inWords('severity', part.term('severity')),
    inWords('modifiers', ...part.terms('modifiers')),
    inWords('evidence', ...evidence),
  )
  readStated(packet, part, term, note)
}

/** Reads one disease. It states a diagnosis, and never what a test showed. */
export function readDisease(packet: Packet, part: Part): void {
  const term = part.expect(DISEASE).term('term')
  if (term === undefined) {
    sayNothing(part, 'term')
    return
  }
  const note = noteOf(
    inWords('stage', ...part.terms('diseaseStage')),
    inWords('TNM', ...part.terms('clinicalTnmFinding')),
    inWords('site', part.term('primarySite')),
    inWords('laterality', part.term('laterality')),
  )
  readStated(packet, part, term, note)
}

function sayNothing(part: Part, name: string): void {
  if (part.value(name) === undefined)
    part.say('field-missing', part.pointer, `there is no ${name}`, 'give the term of what was seen')
}

function readStated(packet: Packet, part: Part, term: Term, note: string | undefined): void {
  const excluded = part.flag('excluded')
  const onset = readMoment(part.part('onset'), packet.born)
  const resolution = readMoment(part.part('resolution'), packet.born)
  const words = noteOf(note, onset.words, resolution.words && `resolved ${resolution.words}`)
  for (const meaning of packet.meanings(term, ['finding', 'diagnosis', 'choice'])) {
    if (!push(packet, part, meaning, excluded, onset.time, words)) packet.hint(term, meaning.row)
    // A feature that went away was there, and from then on is not.
    else if (!excluded && meaning.word.kind === 'finding' && Number.isFinite(resolution.time.to)) {
      pushFact(packet, part, meaning, 'absent', resolution.time, 'resolved')
    }
  }
}

/** States what a code means; false when it cannot be said with certainty. */
function push(
  packet: Packet,
  part: Part,
  { word, row }: Meaning,
  excluded: boolean,
  time: Time,
  note: string | undefined,
): boolean {
  if (word.kind === 'choice') {
    const choice = row.value === undefined ? undefined : word.choices?.get(row.value.toLowerCase())
    if (excluded || choice === undefined) return false
    if (word.key === TREATED_AS) pushLabel(packet, part, choice, time, note)
    else packet.facts.push(makeFact({ key: word.key, choice, ...time, note, at: part.place }))
    return true
  }
  // To exclude a narrower thing does not exclude the wider one.
  if (excluded && row.relation !== 'exact') return false
  pushFact(packet, part, { word, row }, excluded ? 'absent' : 'present', time, note)
  return true
}

function pushFact(
  packet: Packet,
  part: Part,
  { word }: Meaning,
  status: 'present' | 'absent',
  time: Time,
  note?: string,
): void {
  packet.facts.push(makeFact({ key: word.key, status, ...time, note, at: part.place }))
}

/** A disease a person was taken to have: a course under that label, whose treatment is not stated. */
function pushLabel(packet: Packet, part: Part, label: string, time: Time, note: string | undefined): void {
  packet.courses.push({
    for: label,
    with: [],
    start: { from: time.from, to: time.to },
    note,
    when: time.when,
    at: part.place,
  })
}
