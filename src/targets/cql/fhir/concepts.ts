import { remark, text, texts } from '../spelling.ts'
import type { FhirReading } from './options.ts'

const SNOMED = 'http://snomed.info/sct'
export const HPO = 'http://human-phenotype-ontology.org'
export const LOINC = 'http://loinc.org'

/** How codes, words and interpretations are read: the tables of the reader of FHIR, written out. */
export function conceptFunctions(reading: FhirReading): string {
  const { sides, statuses, qualifiers, answers, interpretationSystem, nothingKnown, inQuestion } = reading
  return `define function CodesOf(C FHIR.CodeableConcept):
  Coalesce(
    (C.coding X where X.code.value is not null return all Code { code: X.code.value, system: X.system.value }),
    List<Code>{}
  )

define function TextsOf(C FHIR.CodeableConcept):
  (flatten { { C.text.value }, Coalesce((C.coding X return all X.display.value), List<String>{}) }) T
    where T is not null and T != ''
    return all T

define function FirstText(C FHIR.CodeableConcept):
  First(TextsOf(C))

// The code of a status that FHIR binds, else its words.
define function StateOf(C FHIR.CodeableConcept):
  if C is null then null
  else if exists (C.coding X where X.code.value = 'entered-in-error') then 'entered-in-error'
  else Coalesce(First(CodesOf(C)).code, Lower(FirstText(C)), 'not to be read')

${remark('Does its own text deny or doubt what the code says?')}
define function InQuestion(C FHIR.CodeableConcept):
  Coalesce(Matches(Lower(C.text.value), ${text(`(${inQuestion})[\\s\\S]*`)}), false)

define function SaysNothing(C FHIR.CodeableConcept):
  exists C.coding and not exists (C.coding X where not Coalesce(Matches(Lower(X.system.value), ${text(`[\\s\\S]*(${nothingKnown})[\\s\\S]*`)}), false))

define function IsInterpretation(named String):
  Coalesce(Matches(Lower(named), ${text(`[\\s\\S]*(${interpretationSystem})[\\s\\S]*`)}), false)

define function SideOf(code String):
  ${caseOf('code', sides)}

define function StatusOf(code String):
  ${caseOf('code', statuses)}

define function QualifierOf(code String):
  ${caseOf('code', qualifiers)}

define function AnswerIn(words String):
  ${caseOf('Lower(words)', answers)}

define function SideIn(words String):
  case Lower(words) when 'high' then 'high' when 'low' then 'low' when 'normal' then 'normal' else null end

// What HL7's codes say of a result. Two that exclude each other say nothing.
define function Interpretation(I List<FHIR.CodeableConcept>):
  OnlyOne(
    distinct ((Coalesce(I, List<FHIR.CodeableConcept>{})) C return all First((C.coding X
      where (X.system is null or IsInterpretation(X.system.value)) and SideOf(X.code.value) is not null
      return all SideOf(X.code.value)))),
    distinct ((Coalesce(I, List<FHIR.CodeableConcept>{})) C return all First((C.coding X
      where (X.system is null or IsInterpretation(X.system.value)) and StatusOf(X.code.value) is not null
      return all StatusOf(X.code.value))))
  )

define function OnlyOne(sides List<String>, statuses List<String>):
  if Count(sides) > 1 or Count(statuses) > 1 then Tuple { side: null as String, status: null as String }
  else Tuple {
    side: First(sides S where S is not null return all S), status: First(statuses S where S is not null return all S)
  }

// What a coded answer says of a finding, by its codes and by what it is called: all must agree.
define function AnswerOf(C FHIR.CodeableConcept):
  Agreeing(distinct (flatten {
    (Coalesce(C.coding, List<FHIR.Coding>{})) X where IsInterpretation(X.system.value) return all StatusOf(X.code.value),
    (Coalesce(C.coding, List<FHIR.Coding>{})) X where X.system.value = ${text(SNOMED)} return all QualifierOf(X.code.value),
    (TextsOf(C)) T return all AnswerIn(ReplaceMatches(T, ${text('\\s*\\([^)]*\\)\\s*$')}, ''))
  }))

define function Agreeing(said List<String>):
  if Count(said) = 1 then First(said S where S is not null return all S) else null

define function IsBySign(named String):
  named in ${texts([SNOMED, HPO])}
`
}

function caseOf(subject: string, table: Readonly<Record<string, string>>): string {
  const cases = Object.entries(table).map(([from, to]) => `    when ${text(from)} then ${text(to)}`)
  return `case ${subject}\n${cases.join('\n')}\n    else null\n  end`
}
