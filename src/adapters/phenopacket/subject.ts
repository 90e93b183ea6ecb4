import { interval } from '../../core/interval.ts'
import type { PersonRecord } from '../../core/record.ts'
import { makeFact } from '../fact.ts'
import { show } from '../report.ts'
import { NOT_STATED } from '../time.ts'
import type { Packet } from './packet.ts'
import type { Part } from './part.ts'
import { ageInYears, parseAge, readBirth, readMoment } from './time.ts'

const SUBJECT = [
  'id',
  'alternateIds',
  'dateOfBirth',
  'timeAtLastEncounter',
  'vitalStatus',
  'sex',
  'karyotypicSex',
  'gender',
  'taxonomy',
]

/** Reads the subject: the date of birth first, for every age hangs on it. */
export function readSubject(packet: Packet, subject: Part): PersonRecord['sex'] {
  packet.born = readBirth(subject.expect(SUBJECT))
  readLastAge(packet, subject)
  if (subject.value('vitalStatus') !== undefined) packet.unused(subject.at('vitalStatus'), 'vitalStatus')
  const sex = readSex(subject)
  if (sex !== undefined && packet.vocabulary.words.has('sex')) {
    packet.facts.push(makeFact({ key: 'sex', choice: sex, ...NOT_STATED, at: packet.place.at(subject.at('sex')) }))
  }
  return sex
}

/** The sex, by the name of the enumeration or by its number, as protobuf's JSON allows. */
function readSex(subject: Part): PersonRecord['sex'] {
  const sex = subject.value('sex')
  switch (sex) {
    case 'MALE':
    case 2:
      return 'male'
    case 'FEMALE':
    case 1:
      return 'female'
    case undefined:
    case 'UNKNOWN_SEX':
    case 'OTHER_SEX':
    case 0:
    case 3:
      return undefined
    default:
      subject.say(
        'choice-unknown',
        subject.at('sex'),
        `the sex is ${show(sex)}`,
        'write MALE, FEMALE, OTHER_SEX or UNKNOWN_SEX',
      )
      return undefined
  }
}

function readLastAge(packet: Packet, subject: Part): void {
  const last = subject.part('timeAtLastEncounter')
  if (last === undefined) return
  const moment = readMoment(last, packet.born)
  const age = last.part('age')
  const given = age?.value('iso8601duration') ?? age?.value('age')
  const stated = typeof given === 'string' ? parseAge(given) : undefined
  if (typeof given !== 'string' || stated === undefined || !packet.vocabulary.words.has('age')) {
    packet.unused(last.pointer, 'timeAtLastEncounter', moment.words ?? moment.time.when ?? undefined)
    return
  }
  const value = ageInYears(stated)
  packet.facts.push(makeFact({ key: 'age', value, interval: interval(value), given, ...moment.time, at: last.place }))
}
