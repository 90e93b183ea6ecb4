import type {
  Bundle,
  BundleEntry,
  Claim,
  CodeableConcept,
  Coding,
  Condition,
  DiagnosticReport,
  Encounter,
  FamilyMemberHistory,
  Immunization,
  MedicationStatement,
  Patient,
  Procedure,
  Reference,
} from 'fhir/r4.js'
import type { Illness, Named, Treatment } from '../codes/code.ts'
import { dayText, yearOf } from '../days.ts'
import type { History, IllnessEvent, ReportEvent, ShotEvent, TreatmentEvent, VisitEvent } from '../history.ts'
import { type FhirResource, Observations } from './fhir-observations.ts'

const BASE = 'https://hospital.example/fhir'
const SNOMED = 'http://snomed.info/sct'
const TERMS = 'http://terminology.hl7.org/CodeSystem'
const CLASSES = {
  outpatient: ['AMB', 'ambulatory'],
  emergency: ['EMER', 'emergency'],
  inpatient: ['IMP', 'inpatient encounter'],
} as const

/** A history as one FHIR R4 Bundle of type collection. Example: `asBundle(person).entry?.length`. */
export function asBundle(history: History): Bundle {
  const entry: BundleEntry[] = fhirResources(history).map((resource) => ({
    fullUrl: `${BASE}/${resource.resourceType}/${resource.id}`,
    resource,
  }))
  return { resourceType: 'Bundle', id: String(history.id), type: 'collection', entry }
}

/** A history as FHIR R4 resources, the person first. */
export function fhirResources(history: History): readonly FhirResource[] {
  const resources: FhirResource[] = []
  const subject = { reference: `Patient/${history.id}` }
  const next = () => `${history.id}-${resources.length}`
  const observations = new Observations(subject, next, (resource) => resources.push(resource))
  resources.push(patient(history))
  for (const event of history.events) {
    if (event.kind === 'result') {
      observations.add(event)
      continue
    }
    observations.close()
    for (let n = timesOf(event); n > 0; n--) resources.push(resourceOf(event, next(), subject))
    if (event.kind === 'visit') resources.push(claim(event, next(), subject))
  }
  observations.close()
  return resources
}

function timesOf(event: Other): number {
  return event.kind !== 'visit' && event.kind !== 'report' && event.kind !== 'shot' && event.twice ? 2 : 1
}

type Other = IllnessEvent | TreatmentEvent | ReportEvent | VisitEvent | ShotEvent

function resourceOf(event: Other, id: string, subject: Reference): FhirResource {
  switch (event.kind) {
    case 'illness':
      return event.standing === 'family' ? relative(event, id, subject) : condition(event, id, subject)
    case 'treatment':
      return event.what.snomed === undefined ? medication(event, id, subject) : procedure(event, id, subject)
    case 'report':
      return report(event, id, subject)
    case 'visit':
      return encounter(event, id, subject)
    case 'shot':
      return shot(event, id, subject)
  }
}

function patient({ id, sex, born }: History): Patient {
  return {
    resourceType: 'Patient',
    id: String(id),
    identifier: [{ system: `${BASE}/mrn`, value: `p${id}` }],
    gender: sex,
    birthDate: dayText(born),
  }
}

function coded(system: string, [code, display]: Named): CodeableConcept {
  return { coding: [{ system, code, display }] }
}

/** In the system of the hospital's choice, or in words alone. */
function codeOf({ snomed, icd, words }: Illness, written: IllnessEvent['written']): CodeableConcept {
  const coding: Coding[] = []
  if (snomed !== undefined && (written === 'snomed' || written === 'both'))
    coding.push({ system: SNOMED, code: snomed[0], display: snomed[1] })
  if (icd !== undefined && (written === 'icd' || written === 'both'))
    coding.push({ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: icd[0], display: icd[1] })
  return coding.length === 0 ? { text: words } : { coding, text: words }
}

function condition(event: IllnessEvent, id: string, subject: Reference): Condition {
  const { standing } = event
  const clinical = standing === 'confirmed' ? 'active' : 'inactive'
  return {
    resourceType: 'Condition',
    id,
    // Of what was entered in error there is no state.
    ...(standing !== 'entered-in-error' && {
      clinicalStatus: coded(`${TERMS}/condition-clinical`, [clinical, clinical]),
    }),
    verificationStatus: coded(`${TERMS}/condition-ver-status`, [standing, standing]),
    category: [coded(`${TERMS}/condition-category`, ['encounter-diagnosis', 'Encounter Diagnosis'])],
    code: codeOf(event.what, event.written),
    subject,
    ...onset(event),
  }
}

function onset(event: IllnessEvent): Pick<Condition, 'onsetDateTime'> {
  if (event.kept === 'none') return {}
  return { onsetDateTime: event.kept === 'year' ? String(yearOf(event.day)) : dayText(event.day) }
}

function relative(event: IllnessEvent, id: string, patient: Reference): FamilyMemberHistory {
  return {
    resourceType: 'FamilyMemberHistory',
    id,
    status: 'completed',
    patient,
    relationship: coded(`${TERMS}/v3-RoleCode`, ['FAMMEMB', 'family member']),
    condition: [{ code: codeOf(event.what, event.written) }],
  }
}

function medication({ what, day, end }: TreatmentEvent, id: string, subject: Reference): MedicationStatement {
  return {
    resourceType: 'MedicationStatement',
    id,
    status: end === undefined ? 'active' : 'completed',
    medicationCodeableConcept: drugCode(what),
    subject,
    effectivePeriod: { start: dayText(day), ...(end !== undefined && { end: dayText(end) }) },
  }
}

function drugCode({ rxnorm, atc, words }: Treatment): CodeableConcept {
  const coding: Coding[] = []
  if (rxnorm !== undefined)
    coding.push({ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: rxnorm[0], display: rxnorm[1] })
  if (atc !== undefined) coding.push({ system: 'http://www.whocc.no/atc', code: atc })
  return { coding, text: words }
}

function procedure({ what, day, end }: TreatmentEvent, id: string, subject: Reference): Procedure {
  return {
    resourceType: 'Procedure',
    id,
    status: 'completed',
    code: what.snomed === undefined ? { text: what.words } : coded(SNOMED, what.snomed),
    subject,
    performedPeriod: { start: dayText(day), end: dayText(end ?? day) },
  }
}

function report({ day, words }: ReportEvent, id: string, subject: Reference): DiagnosticReport {
  return {
    resourceType: 'DiagnosticReport',
    id,
    status: 'final',
    code: { text: 'report' },
    subject,
    effectiveDateTime: dayText(day),
    conclusion: words,
  }
}

function encounter({ day, place }: VisitEvent, id: string, subject: Reference): Encounter {
  const [code, display] = CLASSES[place]
  return {
    resourceType: 'Encounter',
    id,
    status: 'finished',
    class: { system: `${TERMS}/v3-ActCode`, code, display },
    subject,
    period: { start: dayText(day), end: dayText(day) },
  }
}

/** What was asked of the insurer for a visit: records are full of them, and nothing is to be read there. */
function claim({ day }: VisitEvent, id: string, patient: Reference): Claim {
  return {
    resourceType: 'Claim',
    id,
    status: 'active',
    type: coded(`${TERMS}/claim-type`, ['professional', 'Professional']),
    use: 'claim',
    patient,
    created: dayText(day),
    provider: { display: 'hospital' },
    priority: coded(`${TERMS}/processpriority`, ['normal', 'Normal']),
    insurance: [{ sequence: 1, focal: true, coverage: { display: 'insurance' } }],
  }
}

function shot({ day, what }: ShotEvent, id: string, patient: Reference): Immunization {
  return {
    resourceType: 'Immunization',
    id,
    status: 'completed',
    vaccineCode: coded('http://hl7.org/fhir/sid/cvx', what),
    patient,
    occurrenceDateTime: dayText(day),
  }
}
