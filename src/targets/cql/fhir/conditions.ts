import { text, texts } from '../spelling.ts'
import { LOINC } from './concepts.ts'
import { READABLE } from './results.ts'
import { DAYS } from './times.ts'

/** Nothing in it changes what it means: no rules of its own, no extension that modifies. */
export const IN_OWN_TERMS = 'not exists R.modifierExtension and R.implicitRules is null'

/** How Conditions, coded conclusions and answers to Scansion's own questions become facts. */
export const CONDITION_FUNCTIONS = `// Is it certain, as far as its status says, and about a disease of this person?
define function IsSaid(R FHIR.Condition):
  ${IN_OWN_TERMS}
    and not exists (R.category C where exists (C.coding X where X.code.value = 'health-concern'))
    and not InQuestion(R.code)

define function IsStated(C FHIR.Condition):
  IsSaid(C) and (C.verificationStatus is null or StateOf(C.verificationStatus) = 'confirmed')

define function IsRefuted(C FHIR.Condition):
  IsSaid(C) and StateOf(C.verificationStatus) = 'refuted'

// When it began; by an age only where it was there before it was written down; else the day of recording.
define function BeganOn(C FHIR.Condition):
  Coalesce(
    DaysIn((C.onset as FHIR.dateTime).value),
    DaysOfPeriod(C.onset as FHIR.Period),
    Earlier(DaysAtAge(Coalesce(YearsOf(C.onset as FHIR.Age), AgeIn(C.onset as FHIR.Range))), DaysIn(C.recordedDate.value))
  )

define function Earlier(byAge ${DAYS}, written ${DAYS}):
  if written is null or byAge.toDay <= written.toDay then byAge else written

define function EndedOn(C FHIR.Condition):
  Coalesce(
    DaysIn((C.abatement as FHIR.dateTime).value),
    DaysOfPeriod(C.abatement as FHIR.Period),
    DaysAtAge(Coalesce(YearsOf(C.abatement as FHIR.Age), AgeIn(C.abatement as FHIR.Range)))
  )

// What ended before it was written down was there before its end.
define function PresentOn(C FHIR.Condition):
  if EndedOn(C).toDay < BeganOn(C).toDay then EndedOn(C) else BeganOn(C)

define function RefutedOn(C FHIR.Condition):
  Coalesce(DaysIn(C.recordedDate.value), BeganOn(C))

// A sign that is gone was looked for again.
define function IsGone(C FHIR.Condition):
  IsStated(C) and (C.clinicalStatus is null or StateOf(C.clinicalStatus) in { 'resolved', 'inactive' })
    and EndedOn(C).fromDay > BeganOn(C).toDay

define function SiteOf(C FHIR.Condition):
  First((C.bodySite B return all FirstText(B)) T where T is not null return all T)

// Codes of LOINC ask: among conditions they say that something was asked, never what was found.
define function NamesDisease(X Code):
  X.system != ${text(LOINC)}

define "Conclusions":
  flatten (([DiagnosticReport]) R
    where exists R.conclusionCode and (R.status is null or R.status.value in ${texts(READABLE)}) and ${IN_OWN_TERMS}
    return all ConclusionsOf(R, Coalesce(
      DaysIn((R.effective as FHIR.dateTime).value), DaysOfPeriod(R.effective as FHIR.Period), DaysIn(R.issued.value)
    )))

define function ConclusionsOf(R FHIR.DiagnosticReport, dated ${DAYS}):
  R.conclusionCode C where not InQuestion(C) return all Tuple { codes: CodesOf(C), dated: dated }

define "Answers":
  flatten (([QuestionnaireResponse]) R
    where exists (R.item I where exists I.answer) and ${IN_OWN_TERMS}
      and not Coalesce(R.status.value in { 'entered-in-error', 'stopped' }, false)
    return all flatten (R.item I where exists I.answer return all AnswersTo(I, DaysIn(R.authored.value))))

define function AnswersTo(I FHIR."QuestionnaireResponse.Item", dated ${DAYS}):
  I.answer A return all Tuple {
    key: I.linkId.value,
    says: case
      when A.value is FHIR.boolean then if (A.value as FHIR.boolean).value then 'present' else 'absent'
      else (A.value as FHIR.Coding).code.value
    end,
    value: (A.value as FHIR.Quantity).value.value,
    comparator: (A.value as FHIR.Quantity).comparator.value,
    unit: Coalesce((A.value as FHIR.Quantity).code.value, (A.value as FHIR.Quantity).unit.value),
    dated: dated
  }
`
