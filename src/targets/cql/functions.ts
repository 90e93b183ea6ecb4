/** The type of a fact, a course and a declared silence, as CQL says it. `factLists` makes them of a prepared record. */
export const FACT = `Tuple {
  key String, status String, choice String, qualitative String,
  value Decimal, comparator String, low Decimal, lowOpen Boolean, high Decimal, highOpen Boolean,
  limitLow Decimal, limitHigh Decimal, fromDay Integer, toDay Integer,
  method String, site String, specimen String, assay String, explainedBy String
}`
export const COURSE = `Tuple {
  label String, treatments List<String>, response String, line Integer,
  stopped Boolean, stopFrom Integer, stopTo Integer
}`
export const COMPLETE = 'Tuple { key String, fromDay Integer, toDay Integer }'

const READING = `Tuple {
  says Boolean, fromDay Integer, toDay Integer, method String, site String, specimen String, assay String
}`

/** Stands for a day that is not stated: before all others, so that what is undated counts always. */
export const NO_DAY = '-1000000000'
/** Stands for a day after all others. */
export const NO_END = 1_000_000_000

/**
 * What every library needs: how facts become readings, readings a value, and members a group. The same meaning as
 * `core/resolve.ts`, `core/within.ts`, `core/change.ts` and `core/course.ts`, which judge it.
 */
export const FUNCTIONS = `// At least n of some members: true once n are true, false once true and unknown together cannot reach n, else null.
// Members are counted one by one, because a filtered list loses its nulls.
define function AtLeast(n Integer, members List<Boolean>):
  Decide(
    n,
    Sum(members M return all (if M is true then 1 else 0)),
    Sum(members M return all (if M is null then 1 else 0))
  )

define function Decide(n Integer, held Integer, open Integer):
  if held >= n then true else if held + open < n then false else null

// A day that is not stated is before all others.
define function Dayed(stated Integer):
  Coalesce(stated, ${NO_DAY})

define function Same(a String, b String):
  if a is null then b is null else if b is null then false else a = b

// What one fact says to a leaf: true, false, or null where it leaves the question open.
define function Reading(F ${FACT}, says Boolean):
  Tuple {
    says: says, fromDay: Dayed(F.fromDay), toDay: Dayed(F.toDay),
    method: F.method, site: F.site, specimen: F.specimen, assay: F.assay
  }

define function StatusSays(status String):
  case status when 'present' then true when 'absent' then false else null end

// Does every value a number stands for satisfy a comparison (true), none (false), or only some (null)?
define function Compare(F ${FACT}, comparator String, bound Decimal):
  case comparator
    when '>=' then
      if F.low >= bound then true
      else if F.high < bound or (F.high = bound and F.highOpen) then false else null
    when '>' then
      if F.low > bound or (F.low = bound and F.lowOpen) then true
      else if F.high <= bound then false else null
    when '<=' then
      if F.high <= bound then true
      else if F.low > bound or (F.low = bound and F.lowOpen) then false else null
    when '<' then
      if F.high < bound or (F.high = bound and F.highOpen) then true
      else if F.low >= bound then false else null
    else null
  end

// Beyond the laboratory's own limit: the number decides, else the word, else what is certain without a limit.
define function Beyond(measured Boolean, qualitative String, word String, limit Decimal, otherwise Boolean):
  if measured is not null then measured
  else if qualitative is not null then qualitative = word
  else if limit is null and otherwise is true then true
  else null

// Two readings of one look: the same time, method, site, specimen and assay.
define function SameLook(A ${READING}, B ${READING}):
  A.fromDay = B.fromDay and A.toDay = B.toDay and Same(A.method, B.method) and Same(A.site, B.site)
    and Same(A.specimen, B.specimen) and Same(A.assay, B.assay)

define function LastOf(R List<${READING}>):
  R A where A.toDay = Max(R B return all B.toDay) return all A

// Readings that say yes and that no other reading of the same look denies.
define function Clear(R List<${READING}>):
  R A where A.says is true and not exists (R B where B.says is false and SameLook(A, B)) return all A

define function Said(R List<${READING}>):
  R A where A.says is true return all A

// What the latest readings say where none says yes.
define function NotYes(R List<${READING}>):
  if not exists R then null
  else if exists (R A where A.says is null) then null
  else false

// Any clear yes counts, on whatever day; else what the latest look says. Yes and no in one look leave it open.
define function Ever(R List<${READING}>):
  if exists Clear(R) then true
  else if exists Said(R) then null
  else NotYes(LastOf(R))

// The latest look alone.
define function Latest(R List<${READING}>):
  LatestOf(LastOf(R))

define function LatestOf(L List<${READING}>):
  if Count(Clear(L)) < Count(Said(L)) then null
  else if exists Said(L) then true
  else NotYes(L)

// The same for choices, which stand beside each other: kappa does not contradict lambda.
define function EverBeside(R List<${READING}>):
  if exists Said(R) then true else NotYes(LastOf(R))

define function LatestBeside(R List<${READING}>):
  EverBeside(LastOf(R))

// Was a fact known before treatment directed at the plasma cells, or on its first day?
define function IsUntreated(toDay Integer, treatedFrom Integer):
  Dayed(toDay) <= treatedFrom
`

/** Only where a rule asks about a window. */
export const WITHIN_FUNCTIONS = `// Certainly inside the window, certainly outside, or dependent on days that the dates leave open.
define function PairFits(A ${READING}, B ${READING}, span Decimal, ordered Boolean):
  if A.fromDay = ${NO_DAY} or B.fromDay = ${NO_DAY} then null
  else if ordered then
    if B.toDay < A.fromDay then false
    else if A.toDay <= B.fromDay and B.toDay - A.fromDay <= span then true
    else if B.fromDay - A.toDay > span then false
    else null
  else if B.toDay - A.fromDay <= span and A.toDay - B.fromDay <= span then true
  else if B.fromDay - A.toDay > span or A.fromDay - B.toDay > span then false
  else null

define function Pairs(A List<${READING}>, B List<${READING}>, span Decimal, ordered Boolean):
  flatten (A X return all (B Y return all (
    case when PairFits(X, Y, span, ordered) is true then 1 when PairFits(X, Y, span, ordered) is false then 0 else 2 end
  )))

define function IsComplete(wanted String, fromDay Integer, toDay Integer):
  exists (Complete C where C.key = wanted and Dayed(C.fromDay) <= fromDay and Dayed(C.toDay) >= toDay)

// a and b: what the two sides say by themselves.
define function Within(A List<${READING}>, B List<${READING}>, a Boolean, b Boolean, keyA String, keyB String, span Decimal, ordered Boolean):
  if exists ((Pairs(A, B, span, ordered)) P where P = 1) then true
  else if a is false or b is false then false
  else if not exists A or not exists B then null
  else if exists ((Pairs(A, B, span, ordered)) P where P = 2) then null
  else if IsComplete(keyA, FirstDay(A, B), LastDay(A, B)) and IsComplete(keyB, FirstDay(A, B), LastDay(A, B)) then false
  else null

define function FirstDay(A List<${READING}>, B List<${READING}>):
  Min(flatten { (A X return all X.fromDay), (B Y return all Y.fromDay) })

define function LastDay(A List<${READING}>, B List<${READING}>):
  Max(flatten { (A X return all X.toDay), (B Y return all Y.toDay) })
`

const NUMBER = `Tuple {
  value Decimal, comparator String, fromDay Integer, toDay Integer, specimen String, assay String
}`

/** Only where a rule asks about a change. */
export const CHANGE_FUNCTIONS = `// The dated numbers of a key.
define function Numbers(L List<${FACT}>):
  L F where F.value is not null and F.toDay is not null
    return all Tuple {
      value: F.value, comparator: F.comparator, fromDay: Dayed(F.fromDay), toDay: F.toDay, specimen: F.specimen, assay: F.assay
    }

// Earlier numbers that may be set against a later one.
define function Comparable(N List<${NUMBER}>, L ${NUMBER}, sameAssay Boolean):
  N F where F.toDay < L.fromDay and Same(F.specimen, L.specimen)
    and (not sameAssay or (F.assay is not null and Same(F.assay, L.assay)))
    return all F

// The numbers a change counts from: several where they share a day or a height.
define function Starts(N List<${NUMBER}>, start String, treatedFrom Integer):
  case start
    when 'first' then N F where F.toDay = Min(N X return all X.toDay) return all F
    when 'lowest' then N F where F.value = Min(N X return all X.value) return all F
    when 'highest' then N F where F.value = Max(N X return all X.value) return all F
    when 'before-treatment' then LastNumbers(N F where IsUntreated(F.toDay, treatedFrom) return all F)
    else LastNumbers(N)
  end

define function LastNumbers(N List<${NUMBER}>):
  N F where F.toDay = Max(N X return all X.toDay) return all F

// One size for each pair of a start and a last number; null where a range has no single size, or of nothing.
define function Sizes(N List<${NUMBER}>, start String, percent Boolean, sameAssay Boolean, treatedFrom Integer):
  flatten ((LastNumbers(N)) L return all (
    (Starts(Comparable(N, L, sameAssay), start, treatedFrom)) S return all Tuple {
      size:
        if S.comparator is not null or L.comparator is not null then null
        else if not percent then Round(L.value - S.value, 8)
        else if S.value = 0.0 then null
        else Round(100.0 * (L.value - S.value) / S.value, 8)
    }
  ))

define function SizeFits(size Decimal, comparator String, bound Decimal):
  case comparator
    when '>=' then size >= bound
    when '>' then size > bound
    when '<=' then size <= bound
    when '<' then size < bound
    else null
  end

// All pairs must say the same.
define function Change(N List<${NUMBER}>, start String, percent Boolean, sameAssay Boolean, comparator String, bound Decimal, treatedFrom Integer):
  Agreed((Sizes(N, start, percent, sameAssay, treatedFrom)) S return all Tuple { says: SizeFits(S.size, comparator, bound) })

define function Agreed(P List<Tuple { says Boolean }>):
  if not exists P then null
  else if not exists (P X where X.says is null or X.says is false) then true
  else if not exists (P X where X.says is null or X.says is true) then false
  else null
`

/** Only where a rule asks about a course. */
export const COURSE_FUNCTIONS = `define function IsOver(toDay Integer, asOf Integer):
  Dayed(toDay) <= asOf

define function IsOneOf(said String, wanted List<String>):
  if said is null then null else said in wanted

// A course without named treatments does not say that the asked one was not given.
define function IsGiven(treatments List<String>, wanted List<String>):
  if exists (treatments T where T in wanted) then true
  else if not exists treatments then null
  else false

// The answer to a course is known when the course is over; where no end is recorded, from its start on.
define function Answers(C ${COURSE}, wanted List<String>, asOf Integer):
  if C.stopped and not IsOver(C.stopTo, asOf) then null else IsOneOf(C.response, wanted)

define function IsEnded(C ${COURSE}, asOf Integer):
  if not C.stopped then null
  else if IsOver(C.stopTo, asOf) then true
  else if not IsOver(C.stopFrom, asOf) then false
  else null

// fromDay and toDay: the first and last day that the date may mean.
define function EndedBefore(C ${COURSE}, fromDay Integer, toDay Integer, asOf Integer):
  if not C.stopped or C.stopFrom is null or not IsOver(C.stopTo, asOf) then null
  else if Dayed(C.stopTo) < fromDay then true
  else if C.stopFrom >= toDay then false
  else null

// Is everything that is said about a treatment that it was not given?
define function IsDenied(L List<${FACT}>):
  exists (L F where F.status is not null) and not exists (L F where F.status is not null and F.status != 'absent')

// One course must fit every part; without one, only the stated absence of every treatment asked for is a no.
define function AnyCourse(fits List<Boolean>, denied Boolean):
  if exists (fits X where X is true return all 1) then true
  else if exists (fits X where X is null return all 1) then null
  else if denied then false
  else null
`
