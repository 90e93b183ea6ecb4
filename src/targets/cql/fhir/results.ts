import { text, texts } from '../spelling.ts'
import { KNOWN_CODES, setName } from './options.ts'
import { DAYS } from './times.ts'

const VALUE = `Choice<FHIR.Quantity, FHIR.CodeableConcept, FHIR.string, FHIR.boolean, FHIR.integer, FHIR.Range, FHIR.Ratio,
    FHIR.SampledData, FHIR.time, FHIR.dateTime, FHIR.Period>`
const AMOUNT = 'Tuple { value Decimal, comparator String, unit String }'
const LIMITS = 'Tuple { low Decimal, high Decimal }'
const AROUND = `Tuple { dated ${DAYS}, method String, site String, specimen String, isFinding Boolean }`
const UCUM = [
  'http://unitsofmeasure.org',
  'https://unitsofmeasure.org',
  'http://unitsofmeasure.org/',
  'urn:oid:2.16.840.1.113883.6.8',
]
/** Stands for the unit of a whole number, which FHIR gives without one. */
export const WHOLE = 'a whole number'

/** A result: an Observation, or one component of it with what it takes from the Observation around it. */
export const RESULT = `Tuple {
  codes List<Code>, says String, silent Boolean, side String, amount ${AMOUNT}, limits ${LIMITS},
  found List<Code>, asserted Boolean, around ${AROUND}
}`

/** How Observations and their components become results. */
export function resultFunctions(foundInPerson: readonly string[], nothingReadable: string): string {
  return `${LIMIT_FUNCTIONS}
// The unit by its code of UCUM, else as it is printed.
define function UnitOf(Q FHIR.Quantity):
  if Lower(Q.system.value) in ${texts(UCUM)} and Q.code.value is not null then Q.code.value
  else Coalesce(Q.unit.value, Q.code.value)

define function AmountIn(Q FHIR.Quantity, comparator String):
  Tuple { value: Q.value.value, comparator: comparator, unit: UnitOf(Q) }

// A ratio is a number where it is per one of something, or of two amounts in one unit; a titre is none.
define function AmountInRatio(R FHIR.Ratio):
  case
    when not Coalesce(R.denominator.value.value > 0.0, false) or R.denominator.comparator is not null then null as ${AMOUNT}
    when UnitOf(R.numerator) = UnitOf(R.denominator) then Tuple {
      value: R.numerator.value.value / R.denominator.value.value, comparator: R.numerator.comparator.value, unit: '1'
    }
    when R.denominator.value.value = 1.0 and UnitOf(R.numerator) is not null and UnitOf(R.denominator) is not null then Tuple {
      value: R.numerator.value.value,
      comparator: R.numerator.comparator.value,
      unit: UnitOf(R.numerator) + '/' + UnitOf(R.denominator)
    }
    else null as ${AMOUNT}
  end

// A range that is open on one side is a number with a comparator.
define function AmountInRange(R FHIR.Range):
  if R.low is not null and R.high is not null then null as ${AMOUNT}
  else if R.low is not null then AmountIn(R.low, '>=')
  else AmountIn(R.high, '<=')

define function AmountOf(value ${VALUE}):
  case
    when value is FHIR.Quantity then AmountIn(value as FHIR.Quantity, (value as FHIR.Quantity).comparator.value)
    when value is FHIR.integer then Tuple {
      value: ToDecimal((value as FHIR.integer).value), comparator: null as String, unit: ${text(WHOLE)}
    }
    when value is FHIR.Range then AmountInRange(value as FHIR.Range)
    when value is FHIR.Ratio then AmountInRatio(value as FHIR.Ratio)
    else null as ${AMOUNT}
  end

define function ValueSays(value ${VALUE}):
  case
    when value is FHIR.boolean then if (value as FHIR.boolean).value then 'present' else 'absent'
    when value is FHIR.CodeableConcept then AnswerOf(value as FHIR.CodeableConcept)
    when value is FHIR.string then AnswerIn((value as FHIR.string).value)
    else null
  end

define function ValueSide(value ${VALUE}):
  case
    when value is FHIR.CodeableConcept then SideIn(FirstText(value as FHIR.CodeableConcept))
    when value is FHIR.string then SideIn((value as FHIR.string).value)
    else null
  end

// What two parts of a result say must agree.
define function Both(a String, b String):
  if a is null then b else if b is null or a = b then a else null

// A coded value names what was found: under an assertion, in an examination, or under a code that is known.
define function FoundBy(value ${VALUE}, status String, isFound Boolean):
  if value is FHIR.CodeableConcept and isFound and AnswerOf(value as FHIR.CodeableConcept) is null
    and not InQuestion(value as FHIR.CodeableConcept) and Coalesce(status, 'present') = 'present'
  then CodesOf(value as FHIR.CodeableConcept)
  else List<Code>{}

// Nothing is read of a code in question, nor beside a reason why there is no value.
define function IsCertain(code FHIR.CodeableConcept, value ${VALUE}, reason FHIR.CodeableConcept, panel Boolean):
  not InQuestion(code) and not SaysNothing(code) and (reason is null or (panel and value is not null))

define function ResultOf(
  code FHIR.CodeableConcept, value ${VALUE}, interpretation List<FHIR.CodeableConcept>,
  ranges List<FHIR."Observation.ReferenceRange">, remarked Boolean, around ${AROUND}
):
  Told(CodesOf(code), value, Interpretation(interpretation), exists interpretation, ranges, remarked, around, AmountOf(value))

define function Told(
  codes List<Code>, value ${VALUE}, interpretation Tuple { side String, status String }, interpreted Boolean,
  ranges List<FHIR."Observation.ReferenceRange">, remarked Boolean, around ${AROUND}, amount ${AMOUNT}
):
  Tuple {
    codes: codes,
    says: Both(ValueSays(value), interpretation.status),
    silent: value is null and not interpreted and not remarked,
    side: Coalesce(interpretation.side, ValueSide(value)),
    amount: amount,
    limits: if amount is null then null as ${LIMITS} else LimitsFor(ranges, amount.unit, around.dated),
    found: FoundBy(value, interpretation.status, around.isFinding or exists (codes X where X.code = 'ASSERTION' or X in ${setName(KNOWN_CODES)})),
    asserted: exists (codes X where X.code = 'ASSERTION'),
    around: around
  }

define function SpecimenOf(R FHIR.Reference):
  Coalesce(
    First("Specimens" S where S.id = IdOf(R.reference.value) and S.words is not null return all S.words),
    R.display.value
  )

define "Specimens":
  ([Specimen]) S return all Tuple {
    id: S.id.value, words: if exists TextsOf(S.type) then Combine(TextsOf(S.type), ', ') else null as String
  }

define function ObservedOn(O FHIR.Observation):
  Coalesce(
    DaysIn((O.effective as FHIR.dateTime).value), DaysIn((O.effective as FHIR.instant).value),
    DaysOfPeriod(O.effective as FHIR.Period), DaysIn(Last((O.effective as FHIR.Timing).event).value),
    DaysIn(O.issued.value)
  )

define function AroundOf(O FHIR.Observation):
  Tuple {
    dated: ObservedOn(O),
    method: FirstText(O.method),
    site: FirstText(O.bodySite),
    specimen: SpecimenOf(O.specimen),
    isFinding: exists (O.category C where exists (C.coding X where X.code.value in ${texts(foundInPerson)}))
  }

// May anything of it be read: a status of a result that stands, of this person, in FHIR's own terms?
define function IsRead(O FHIR.Observation):
  (O.status is null or O.status.value in ${texts(READABLE)})
    and ${nothingReadable.replaceAll('R.', 'O.')}
    and not exists (O.focus F where F.reference is null or F.reference.value != O.subject.reference.value)

define function IsPanel(O FHIR.Observation):
  exists O.component or exists O.hasMember

define function WholeOf(O FHIR.Observation):
  ResultOf(O.code, O.value, O.interpretation, O.referenceRange, exists O.note or IsPanel(O), AroundOf(O))

define function IsWhole(O FHIR.Observation):
  IsRead(O) and IsCertain(O.code, O.value, O.dataAbsentReason, IsPanel(O))

// Components, each by its own code.
define "Parts":
  flatten (([Observation]) O where exists O.component and IsRead(O) return all PartsOf(O, AroundOf(O)))

define function PartsOf(O FHIR.Observation, around ${AROUND}):
  O.component C
    where not exists C.modifierExtension and IsCertain(C.code, C.value, C.dataAbsentReason, false)
    return all ResultOf(C.code, C.value, C.interpretation, C.referenceRange, false, around)

// Results whose coded value names what was found.
define "Found":
  (flatten {
    ([Observation]) O where O.value is FHIR.CodeableConcept and IsWhole(O) return all WholeOf(O),
    "Parts"
  }) R where exists R.found return all R
`
}

/** Statuses of results that are read, also before they are final. */
export const READABLE = ['final', 'amended', 'corrected', 'appended', 'preliminary', 'partial']

const LIMIT_FUNCTIONS = `define "Sex":
  if Patient.gender.value in { 'male', 'female' } then Patient.gender.value else null

define function SexIn(words String):
  case Lower(words) when 'male' then 'male' when 'female' then 'female' when 'm' then 'male' when 'f' then 'female' else null end

define function SexOf(C FHIR.CodeableConcept):
  First((flatten { (CodesOf(C)) X return all X.code, TextsOf(C) }) W where SexIn(W) is not null return all SexIn(W))

// Is a printed range for a person of this age? Limits up to 65 years may be meant to the end of that year.
define function AgeFits(low Decimal, high Decimal, youngest Decimal, oldest Decimal):
  case
    when low is null or high is null or youngest is null or oldest is null then null
    when oldest < low or youngest >= high + 1.0 then false
    when youngest >= low and oldest <= high then true
    else null
  end

define function AgeFit(age FHIR.Range, D ${DAYS}, born ${DAYS}):
  if age is null then true
  else if age.low is null and age.high is null then null
  else AgeFits(
    if age.low is null then 0.0 else YearsOf(age.low),
    if age.high is null then 1000000.0 else YearsOf(age.high),
    Max({ 0.0, (D.fromDay - born.toDay) / 365.2425 }),
    if D is null or born is null then null else (D.toDay - born.fromDay) / 365.2425
  )

// Is a range for this person? All that it says must hold.
define function RangeFits(R FHIR."Observation.ReferenceRange", D ${DAYS}):
  AllFit(flatten {
    (Coalesce(R.appliesTo, List<FHIR.CodeableConcept>{})) C return all Tuple { fits: SexOf(C) = "Sex" },
    { Tuple { fits: AgeFit(R.age, D, DaysIn(ToDateTime(Patient.birthDate.value))) } }
  })

define function AllFit(P List<Tuple { fits Boolean }>):
  if exists (P X where X.fits is false) then false
  else if exists (P X where X.fits is null) then null
  else true

define function IsNormalRange(R FHIR."Observation.ReferenceRange"):
  R.type is null or exists ((CodesOf(R.type)) X where X.code = 'normal')
    or exists ((TextsOf(R.type)) T where Matches(Lower(T), 'normal\\\\b[\\\\s\\\\S]*'))

define function IsForeign(Q FHIR.Quantity, unit String):
  UnitOf(Q) is not null and unit is not null and UnitOf(Q) != unit

// The laboratory's limits in the unit of the value. Where it is not sure that they are for this person, none counts.
define function LimitsFor(ranges List<FHIR."Observation.ReferenceRange">, unit String, D ${DAYS}):
  OneLimit(
    (Coalesce(ranges, List<FHIR."Observation.ReferenceRange">{})) R
      where IsNormalRange(R) and (R.low.value is not null or R.high.value is not null) and RangeFits(R, D) is true
      return all Tuple {
        low: R.low.value.value, high: R.high.value.value,
        foreign: IsForeign(R.low, unit) or IsForeign(R.high, unit)
      }
  )

define function OneLimit(L List<Tuple { low Decimal, high Decimal, foreign Boolean }>):
  if exists (L X where X.foreign)
    or Count(distinct (L X return all Coalesce(ToString(X.low), '-') + ' ' + Coalesce(ToString(X.high), '-'))) != 1
    or First(L).low > First(L).high
  then null as ${LIMITS}
  else Tuple { low: First(L).low, high: First(L).high }
`
