import type {
  Claim,
  CodeableConcept,
  Condition,
  DiagnosticReport,
  Encounter,
  FamilyMemberHistory,
  Immunization,
  MedicationStatement,
  Observation,
  ObservationComponent,
  Patient,
  Procedure,
  Quantity,
  Reference,
  Specimen,
} from 'fhir/r4.js'
import { ANSWER_CONCEPTS } from '../codes/concepts.ts'
import { dayText } from '../days.ts'
import type { ResultEvent } from '../history.ts'
import { letterOf, type Printed, printed } from '../printed.ts'
import { spelled } from './record.ts'

/** The resources that a history is written in. */
export type FhirResource =
  | Patient
  | Claim
  | Condition
  | DiagnosticReport
  | Encounter
  | FamilyMemberHistory
  | Immunization
  | MedicationStatement
  | Observation
  | Procedure
  | Specimen

const SNOMED = 'http://snomed.info/sct'
const LOINC = 'http://loinc.org'
const TERMS = 'http://terminology.hl7.org/CodeSystem'
const SPECIMENS = { serum: ['119364003', 'Serum specimen'], plasma: ['119361006', 'Plasma specimen'] } as const
const LETTERS = { high: 'H', low: 'L', normal: 'N' } as const
const WORDS = { high: 'High', low: 'Low', normal: 'Normal' } as const

/** Results as Observations; those of a panel become the components of one. */
export class Observations {
  readonly #subject: Reference
  readonly #next: () => string
  readonly #push: (resource: FhirResource) => void
  #panel: ResultEvent[] = []

  constructor(subject: Reference, next: () => string, push: (resource: FhirResource) => void) {
    this.#subject = subject
    this.#next = next
    this.#push = push
  }

  add(event: ResultEvent): void {
    const [first] = this.#panel
    if (first !== undefined && (!event.inPanel || event.day !== first.day)) this.close()
    if (event.inPanel) this.#panel.push(event)
    else for (let n = event.twice ? 2 : 1; n > 0; n--) this.#push(this.#observation(event))
  }

  /** Writes the panel that is held. */
  close(): void {
    const [first] = this.#panel
    if (first === undefined) return
    const component = this.#panel.map((event): ObservationComponent => ({ code: codeOf(event), ...answerOf(event) }))
    const code = {
      coding: [
        {
          system: LOINC,
          code: '58410-2',
          display: 'Complete blood count (hemogram) panel - Blood by Automated count',
        },
      ],
    }
    this.#panel = []
    this.#push({ ...this.#head(first), code, component })
  }

  #observation(event: ResultEvent): Observation {
    const { specimen } = event.what
    const drawn = specimen === undefined ? {} : { specimen: this.#specimen(specimen) }
    return { ...this.#head(event), code: codeOf(event), ...answerOf(event), ...drawn }
  }

  #head({ day, what }: ResultEvent): Omit<Observation, 'code'> {
    const kind = what.key === undefined && what.limits === undefined ? 'vital-signs' : 'laboratory'
    return {
      resourceType: 'Observation',
      id: this.#next(),
      status: 'final',
      category: [{ coding: [{ system: `${TERMS}/observation-category`, code: kind }] }],
      subject: this.#subject,
      effectiveDateTime: dayText(day),
    }
  }

  #specimen(name: 'serum' | 'plasma'): Reference {
    const [code, display] = SPECIMENS[name]
    const id = this.#next()
    this.#push({
      resourceType: 'Specimen',
      id,
      type: { coding: [{ system: SNOMED, code, display }] },
      subject: this.#subject,
    })
    return { reference: `Specimen/${id}` }
  }
}

function codeOf({ what, unit, flaw }: ResultEvent): CodeableConcept {
  const [code, display] = what.units[unit]?.loinc ?? what.loinc
  if (flaw === 'local-code')
    return { coding: [{ system: 'https://hospital.example/lab', code: `Z${code.replace('-', '')}` }] }
  return { coding: [{ system: LOINC, code, display }] }
}

type Value = Pick<
  Observation,
  'valueQuantity' | 'valueCodeableConcept' | 'interpretation' | 'dataAbsentReason' | 'referenceRange'
>

function answerOf(event: ResultEvent): Value {
  const { flaw, answer } = event
  if (flaw === 'no-value')
    return {
      dataAbsentReason: { coding: [{ system: `${TERMS}/data-absent-reason`, code: 'unknown', display: 'Unknown' }] },
    }
  if (flaw === 'letter-only') {
    const letter = letterOf(event) ?? 'normal'
    const code = LETTERS[letter]
    return {
      interpretation: [{ coding: [{ system: `${TERMS}/v3-ObservationInterpretation`, code, display: WORDS[letter] }] }],
    }
  }
  if (answer !== undefined) {
    const [code, display] = ANSWER_CONCEPTS[answer].snomed
    return { valueCodeableConcept: { coding: [{ system: SNOMED, code, display }], text: display } }
  }
  const print = printed(event)
  return print === undefined ? {} : { valueQuantity: quantity(print, event), ...limits(print, event) }
}

function quantity({ unit, value }: Printed, event: ResultEvent): Quantity {
  const comparator = event.sign === undefined ? {} : { comparator: event.sign }
  if (event.flaw === 'no-unit') return { value, ...comparator }
  const code = event.spelled < 0 ? { system: 'http://unitsofmeasure.org', code: unit.ucum } : {}
  return { value, ...comparator, unit: spelled(unit, event), ...code }
}

/** In the unit of the value, as it is spelled there; a number that lost its unit has limits that lost it too. */
function limits({ low, high, unit }: Printed, event: ResultEvent): Pick<Value, 'referenceRange'> {
  if (low === undefined || high === undefined) return {}
  const printedUnit = event.flaw === 'no-unit' ? {} : { unit: spelled(unit, event) }
  return { referenceRange: [{ low: { value: low, ...printedUnit }, high: { value: high, ...printedUnit } }] }
}
