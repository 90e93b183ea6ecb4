import { FACT } from '../functions.ts'
import { RESULT } from './results.ts'
import { DAYS } from './times.ts'

const MEASURED = 'Tuple { value Decimal, low Decimal, high Decimal }'

/** How what was read of resources becomes facts. */
export const FACT_FUNCTIONS = `define function FactOf(
  fact String, status String, choice String, dated ${DAYS}, method String, site String, specimen String
):
  Tuple {
    key: fact, status: status, choice: choice, qualitative: null as String, value: null as Decimal,
    comparator: null as String, low: null as Decimal, lowOpen: null as Boolean, high: null as Decimal,
    highOpen: null as Boolean, limitLow: null as Decimal, limitHigh: null as Decimal,
    fromDay: dated.fromDay, toDay: dated.toDay, method: method, site: site, specimen: specimen,
    assay: null as String, explainedBy: null as String
  }

// A number in the unit of its key, as all values that it may stand for.
define function NumberOf(
  fact String, value Decimal, comparator String, low Decimal, high Decimal, side String, dated ${DAYS},
  method String, site String, specimen String
):
  Tuple {
    key: fact, status: null as String, choice: null as String, qualitative: side, value: value,
    comparator: if value is null then null else comparator,
    low: if comparator in { '<', '<=' } then null else value,
    lowOpen: comparator in { '<', '<=', '>' },
    high: if comparator in { '>', '>=' } then null else value,
    highOpen: comparator in { '>', '>=', '<' },
    limitLow: if low > high then null else low, limitHigh: if low > high then null else high,
    fromDay: dated.fromDay, toDay: dated.toDay, method: method, site: site, specimen: specimen,
    assay: null as String, explainedBy: null as String
  }

// A sign by its own code is stated by standing there; a narrower test that found nothing does not deny the wider one.
define function Stated(R ${RESULT}, isExact Boolean, system String):
  if R.says = 'absent' and not isExact then null
  else if R.says is null and R.silent and IsBySign(system) then 'present'
  else R.says

define function Known(L List<${FACT}>):
  L F where Dayed(F.toDay) <= AsOf return all F

define function NoLess(value Decimal):
  if value >= 0.0 then value else null

define function Measured(fact String, R ${RESULT}, M ${MEASURED}, specimen String):
  NumberOf(fact, M.value, R.amount.comparator, M.low, M.high, R.side, R.around.dated, R.around.method, R.around.site, specimen)

define function HasNumber(F ${FACT}):
  F.value is not null or F.qualitative is not null

define function Answered(fact String, status String, choice String, dated ${DAYS}):
  FactOf(fact, status, choice, dated, null as String, null as String, null as String)

// Beyond its limit: the number decides, else the word of the laboratory, else what holds without a limit.
define function BeyondOr(measured Boolean, qualitative String, word String, limit Decimal, otherwise Boolean):
  if measured is not null then measured
  else if qualitative is not null then qualitative = word
  else if limit is null then otherwise
  else null

// A measurement beyond its limit as a finding of that day; within, an absence where that is one.
define function Made(fact String, F ${FACT}, beyond Boolean, how String):
  Tuple {
    key: fact, status: if beyond then 'present' else 'absent', choice: null as String, qualitative: null as String,
    value: null as Decimal, comparator: null as String, low: null as Decimal, lowOpen: null as Boolean,
    high: null as Decimal, highOpen: null as Boolean, limitLow: null as Decimal, limitHigh: null as Decimal,
    fromDay: F.fromDay, toDay: F.toDay, method: how, site: null as String, specimen: null as String,
    assay: null as String, explainedBy: F.explainedBy
  }

define function StatedFact(fact String, R ${RESULT}, isExact Boolean, system String):
  FactOf(fact, Stated(R, isExact, system), null as String, R.around.dated, R.around.method, R.around.site, R.around.specimen)

define function FoundFact(fact String, R ${RESULT}):
  FactOf(fact, 'present', null as String, R.around.dated, R.around.method, R.around.site, R.around.specimen)

define function Wholes(L List<FHIR.Observation>):
  (L O where IsWhole(O) return all WholeOf(O)) R where not R.asserted return all R

define function PresentBy(fact String, L List<FHIR.Condition>):
  L C where IsStated(C)
    return all FactOf(fact, 'present', null as String, PresentOn(C), null as String, SiteOf(C), null as String)

define function RefutedBy(fact String, L List<FHIR.Condition>):
  L C where IsRefuted(C) return all Answered(fact, 'absent', null as String, RefutedOn(C))

define function GoneBy(fact String, L List<FHIR.Condition>):
  L C where IsGone(C) return all Answered(fact, 'absent', null as String, EndedOn(C))

define function ChosenBy(fact String, choice String, L List<FHIR.Condition>):
  L C where IsStated(C) return all Answered(fact, null as String, choice, PresentOn(C))

define function Concluded(fact String, L List<Tuple { codes List<Code>, dated ${DAYS} }>):
  L C return all Answered(fact, 'present', null as String, C.dated)

define function AnswersAbout(fact String):
  "Answers" A where A.key = fact and A.says in { 'present', 'absent', 'equivocal' }
    return all Answered(fact, A.says, null as String, A.dated)

define function GivenFacts(fact String):
  "Given" G where G.key = fact
    return all Answered(fact, 'present', null as String, Tuple { fromDay: G.fromDay, toDay: G.toDay })
`
