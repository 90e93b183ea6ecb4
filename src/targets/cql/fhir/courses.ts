import type { Engine } from '../../../core/index.ts'
import { FACT, NO_END } from '../functions.ts'
import { text, texts } from '../spelling.ts'
import { IN_OWN_TERMS } from './conditions.ts'
import { type FhirReading, setName } from './options.ts'
import { DAYS } from './times.ts'

const SPAN = 'Tuple { fromDay Integer, toDay Integer, stopFrom Integer, stopTo Integer, joins Boolean }'
const GIVEN = 'Tuple { key String, label String, fromDay Integer, toDay Integer, stopFrom Integer, stopTo Integer }'

/** How medication and procedures become courses of treatment. */
export function courseFunctions({ local, gapDays }: FhirReading): string {
  return `// What is put on skin, eye or ear, or breathed in, is not the treatment its ingredient is elsewhere.
define function IsLocal(words String):
  Coalesce(Matches(Lower(words), ${text(`[\\s\\S]*(${local})[\\s\\S]*`)}), false)

define function IsLocalWay(route FHIR.CodeableConcept, words String):
  IsLocal(Combine(flatten { TextsOf(route), { Coalesce(words, '') } }, ' '))

// A medicine by its own codes, or by those of the Medication it refers to and of its ingredients.
define "Medications":
  ([Medication]) M return all Tuple {
    id: M.id.value,
    concepts: flatten {
      { M.code },
      Coalesce((M.ingredient I return all I.item as FHIR.CodeableConcept), List<FHIR.CodeableConcept>{})
    }
  }

define function ConceptsOf(medication Choice<FHIR.CodeableConcept, FHIR.Reference>):
  if medication is FHIR.CodeableConcept then { medication as FHIR.CodeableConcept }
  else Coalesce(
    First("Medications" M where M.id = IdOf((medication as FHIR.Reference).reference.value) return all M.concepts),
    List<FHIR.CodeableConcept>{}
  )

define function IsLocalMedicine(C List<FHIR.CodeableConcept>):
  exists (C X where exists ((TextsOf(X)) T where IsLocal(T)))

define function Span(began ${DAYS}, ended ${DAYS}):
  Tuple {
    fromDay: began.fromDay, toDay: began.toDay,
    stopFrom: if ended.toDay < began.fromDay then null else ended.fromDay,
    stopTo: if ended.toDay < began.fromDay then null else ended.toDay,
    joins: began.fromDay is not null and not Coalesce(ended.toDay < began.fromDay, false)
  }

define function Taken(medication Choice<FHIR.CodeableConcept, FHIR.Reference>, began ${DAYS}, ended ${DAYS}):
  TakenAs(ConceptsOf(medication), Span(began, ended))

define function TakenAs(C List<FHIR.CodeableConcept>, span ${SPAN}):
  Tuple { codes: flatten (C X return all CodesOf(X)), span: span, isLocal: IsLocalMedicine(C) }

define function IsLocalDosage(D List<FHIR.Dosage>):
  exists D and not exists (D X where not IsLocalWay(X.route, X.text.value))

define function IsInOwnTerms(D List<FHIR.Dosage>):
  not exists (D X where exists X.modifierExtension)

define "Taken":
  (flatten {
    ([MedicationStatement]) R
      where ${IN_OWN_TERMS} and R.status.value in { 'active', 'completed', 'stopped', 'on-hold' }
        and IsInOwnTerms(R.dosage) and not IsLocalDosage(R.dosage)
      return all Taken(
        R.medication,
        Coalesce(DaysIn((R.effective as FHIR.dateTime).value), DaysIn((R.effective as FHIR.Period).start.value)),
        DaysIn((R.effective as FHIR.Period)."end".value)
      ),
    ([MedicationRequest]) R
      where ${IN_OWN_TERMS} and R.status.value in { 'active', 'completed' }
        and not Coalesce(R.doNotPerform.value, false)
        and (R.intent is null or EndsWith(R.intent.value, 'order') or (R.reported as FHIR.boolean).value is true or R.reported is FHIR.Reference)
        and IsInOwnTerms(R.dosageInstruction) and not IsLocalDosage(R.dosageInstruction)
      return all Taken(R.medication, DaysIn(R.authoredOn.value), null as ${DAYS}),
    ([MedicationDispense]) R
      where ${IN_OWN_TERMS} and R.status.value in { 'completed', 'in-progress' }
        and IsInOwnTerms(R.dosageInstruction) and not IsLocalDosage(R.dosageInstruction)
      return all Taken(
        R.medication, Coalesce(DaysIn(R.whenHandedOver.value), DaysIn(R.whenPrepared.value)), null as ${DAYS}
      ),
    ([MedicationAdministration]) R
      where ${IN_OWN_TERMS} and R.status.value in { 'completed', 'in-progress', 'stopped', 'on-hold' }
        and not exists R.dosage.modifierExtension
        and (R.dosage is null or not IsLocalWay(R.dosage.route, R.dosage.text.value))
      return all Taken(
        R.medication,
        Coalesce(DaysIn((R.effective as FHIR.dateTime).value), DaysIn((R.effective as FHIR.Period).start.value)),
        Coalesce(DaysIn((R.effective as FHIR.dateTime).value), DaysIn((R.effective as FHIR.Period)."end".value))
      )
  }) T where not T.isLocal return all T

define "Done":
  ([Procedure]) R
    where ${IN_OWN_TERMS} and R.status.value in { 'completed', 'in-progress' }
    return all Tuple {
      codes: CodesOf(R.code),
      span: Span(
        Coalesce(
          DaysIn((R.performed as FHIR.dateTime).value), DaysIn((R.performed as FHIR.Period).start.value),
          DaysAtAge(Coalesce(YearsOf(R.performed as FHIR.Age), AgeIn(R.performed as FHIR.Range)))
        ),
        DaysIn((R.performed as FHIR.Period)."end".value)
      )
    }

// Exposures that overlap or follow within ${gapDays} days are one course: a prescription filled every month is one.
define function Eras(E List<${SPAN}>):
  flatten {
    E X where not X.joins return all X,
    ErasFrom(E X where X.joins return all X)
  }

define function ErasFrom(D List<${SPAN}>):
  ErasAt(D, distinct (D X
    where not exists (D Y where Y.fromDay < X.fromDay and Coalesce(Y.stopTo, Y.toDay) >= X.fromDay - ${gapDays})
    return all X.fromDay))

define function ErasAt(D List<${SPAN}>, starts List<Integer>):
  starts S return all EraOf(D X
    where X.fromDay >= S and not exists (starts T where T > S and T <= X.fromDay) return all X)

define function EraOf(M List<${SPAN}>):
  EraUntil(M, Max(M X return all X.stopTo))

// An exposure without an end that begins where the others end says that the drug goes on.
define function EraUntil(M List<${SPAN}>, last Integer):
  Tuple {
    fromDay: Min(M X return all X.fromDay),
    toDay: Min(M X where X.fromDay = Min(M Y return all Y.fromDay) return all X.toDay),
    stopFrom:
      if exists (M X where X.stopTo is null and (last is null or X.fromDay >= last)) then null
      else Min(M X where X.stopTo = last return all X.stopFrom),
    stopTo: if exists (M X where X.stopTo is null and (last is null or X.fromDay >= last)) then null else last,
    joins: true
  }

define function CoursesOf(given String, S List<${SPAN}>):
  S X where X.toDay is null or X.toDay <= AsOf return all Tuple {
    key: given, label: null as String, fromDay: X.fromDay, toDay: X.toDay, stopFrom: X.stopFrom, stopTo: X.stopTo
  }

define function Labelled(label String, L List<${FACT}>):
  L X where X.toDay is null or X.toDay <= AsOf return all Tuple {
    key: null as String, label: label, fromDay: X.fromDay, toDay: X.toDay, stopFrom: null as Integer, stopTo: null as Integer
  }

define Courses:
  "Given" G return all CourseOf(G)

define function CourseOf(G ${GIVEN}):
  Tuple {
    label: G.label, treatments: if G.key is null then List<String>{} else { G.key },
    response: null as String, line: null as Integer,
    stopped: G.stopTo is not null, stopFrom: G.stopFrom, stopTo: G.stopTo
  }
`
}

/** All courses of a person. A course counts from the last day on which it may have begun. */
export function givenText(
  { plasmaCellDirected }: Engine,
  treatments: readonly string[],
  labels: readonly { readonly label: string; readonly facts: string }[],
): string {
  const lists = [
    ...treatments.map((key) => {
      const set = setName(key)
      const medicines = `"Taken" T where exists (T.codes X where X in ${set}) return all T.span`
      const procedures = `"Done" P where exists (P.codes X where X in ${set}) return all P.span`
      return `CoursesOf(${text(key)}, flatten { Eras(${medicines}), ${procedures} })`
    }),
    ...labels.map(({ label, facts }) => `Labelled(${text(label)}, ${facts})`),
  ]
  const none = `List<${GIVEN}>{}`
  return `define "Given":
  ${lists.length === 0 ? none : `flatten {\n    ${lists.join(',\n    ')}\n  }`}

// The first day of a treatment directed at the plasma cells; far in the future where none is dated.
define TreatedFrom:
  Coalesce(Min("Given" G where G.key in ${texts([...plasmaCellDirected].sort())} return all G.fromDay), ${NO_END})
`
}
