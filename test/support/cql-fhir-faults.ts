/** A way in which a library over FHIR could be wrong: an expression of it, and a wrong one in its place. */
export interface CqlFault {
  readonly name: string
  readonly right: string | RegExp
  /** For a pattern, `$1` is what it found. */
  readonly wrong: string
}

const fault = (name: string, right: string | RegExp, wrong: string): CqlFault => ({ name, right, wrong })

/**
 * All faults in one library, so that it is translated once: `parameter Fault` says which of them holds. Throws on one that
 * finds nothing to make wrong.
 */
export function withFaults(text: string, faults: readonly CqlFault[]): string {
  const start = text.indexOf('context Patient')
  const head = text.slice(0, start)
  const body = faults.reduce((now, { name, right, wrong }, i) => {
    const made = now.replaceAll(right instanceof RegExp ? right : literal(right), (...found: readonly string[]) => {
      const all = found[0] ?? ''
      const put = right instanceof RegExp ? wrong.replaceAll('$1', found[1] ?? '') : wrong
      return `(if Fault = ${i + 1} then ${put} else ${all})`
    })
    if (made === now) throw new Error(`${name}: nothing to make wrong`)
    return made
  }, text.slice(start))
  return `${head}parameter Fault Integer default 0\n\n${body}`
}

function literal(text: string): RegExp {
  return new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'g')
}

export const CQL_FAULTS: readonly CqlFault[] = [
  // How values are joined.
  fault('one more must hold', 'held >= n', 'held > n'),
  fault('what is open cannot hold', 'held + open < n', 'held < n'),
  fault(
    'counting with duplicates removed',
    /Sum\(members M return all (\(if M is true then 1 else 0\))\)/g,
    'Sum(distinct (members M return all $1))',
  ),
  fault(
    'equivocal as absent',
    "case status when 'present' then true when 'absent' then false else null end",
    "(status = 'present')",
  ),
  fault(
    'unknown as false',
    'if not exists R then null\n  else if exists (R A where A.says is null) then null\n  else false',
    'false',
  ),
  fault('a contradiction that is not seen', 'B.says is false and SameLook(A, B)', '1 = 0'),
  // Windows and days.
  fault('a window a day too short', 'B.toDay - A.fromDay <= span', 'B.toDay - A.fromDay < span'),
  fault('a window a day too long', 'B.toDay - A.fromDay <= span', 'B.toDay - A.fromDay <= span + 1.0'),
  fault('an order that is not looked at', 'PairFits(X, Y, span, ordered)', 'PairFits(X, Y, span, false)'),
  fault('the day asked for left out', 'Dayed(F.toDay) <= AsOf', 'Dayed(F.toDay) < AsOf'),
  fault(
    'a month as its first day',
    'Civil(year from D, month from D + 1, 1) - 1',
    'Civil(year from D, month from D, 1)',
  ),
  fault('a year as its first day', 'Civil(year from D + 1, 1, 1) - 1', 'Civil(year from D, 1, 1)'),
  fault(
    'the first day of a period',
    'Coalesce(DaysIn(P."end".value), DaysIn(P.start.value))',
    'Coalesce(DaysIn(P.start.value), DaysIn(P."end".value))',
  ),
  fault('the earlier year of an age', 'Floor(age) + 1', 'Floor(age)'),
  // Conditions.
  fault(
    'provisional as confirmed',
    "(C.verificationStatus is null or StateOf(C.verificationStatus) = 'confirmed')",
    "(C.verificationStatus is null or StateOf(C.verificationStatus) != 'refuted')",
  ),
  fault(
    'refuted as present',
    "StateOf(C.verificationStatus) = 'confirmed'",
    "StateOf(C.verificationStatus) in { 'confirmed', 'refuted' }",
  ),
  fault('refuted as not said', "StateOf(C.verificationStatus) = 'refuted'", '1 = 0'),
  fault('a text in question that is not heeded', 'not InQuestion(R.code)', '1 = 1'),
  fault('what is gone was never gone', 'EndedOn(C).fromDay > BeganOn(C).toDay', '1 = 0'),
  fault(
    'a sign in remission as gone',
    "StateOf(C.clinicalStatus) in { 'resolved', 'inactive' }",
    "StateOf(C.clinicalStatus) in { 'resolved', 'inactive', 'remission' }",
  ),
  fault(
    'a day of recording that is not taken',
    'if written is null or byAge.toDay <= written.toDay then byAge else written',
    'byAge',
  ),
  // Results.
  fault(
    'results entered in error',
    "O.status.value in { 'final', 'amended', 'corrected', 'appended', 'preliminary', 'partial' }",
    '1 = 1',
  ),
  fault('another person as this one', 'F.reference.value != O.subject.reference.value', '1 = 0'),
  fault('an extension that modifies', 'not exists O.modifierExtension', '1 = 1'),
  fault('a value nobody may rely on', '(reason is null or (panel and value is not null))', '1 = 1'),
  fault('two answers that differ', 'if a is null then b else if b is null or a = b then a else null', 'Coalesce(a, b)'),
  fault('a narrower test that denies', "R.says = 'absent' and not isExact", '1 = 0'),
  fault('a sign that does not stand by itself', 'R.says is null and R.silent and IsBySign(system)', '1 = 0'),
  fault('a test that stands by itself', 'R.silent and IsBySign(system)', 'R.silent'),
  fault('two interpretations that differ', 'Count(sides) > 1 or Count(statuses) > 1', '1 = 0'),
  fault('codes of others as interpretations', '(X.system is null or IsInterpretation(X.system.value))', '1 = 1'),
  fault('yes as no', '(value as FHIR.boolean).value', 'not (value as FHIR.boolean).value'),
  fault('a coded value under any code', /isFound(?= and AnswerOf)/g, '1 = 1'),
  fault('components that are not read', 'IsCertain(C.code, C.value, C.dataAbsentReason, false)', '1 = 0'),
  // Numbers.
  fault('a unit ten times too large', 'Round(value / 10.0, 8)', 'Round(value * 10.0, 8)'),
  fault('below zero as a number', 'if value >= 0.0 then value else null', 'value'),
  fault('a comparator that is dropped', "if comparator in { '<', '<=' } then null else value", 'value'),
  fault('limits of others', 'RangeFits(R, D) is true', 'RangeFits(R, D) is not false'),
  fault('several limits that differ', /Count\(distinct \(L X return all (.*)\)\) != 1/g, '1 = 0'),
  fault('limits in another unit', 'exists (L X where X.foreign)', '1 = 0'),
  fault('limits that are recommended', 'IsNormalRange(R)', '1 = 1'),
  fault('the word of the laboratory turned round', 'qualitative = word', 'qualitative != word'),
  fault('a fallback in spite of a limit', 'limit is null', '1 = 1'),
  fault('a plasma that is serum', "PositionOf('plasma', Lower(R.around.specimen)) >= 0", '1 = 0'),
  // Treatment.
  fault('treatment before it is known', 'X.toDay is null or X.toDay <= AsOf', '1 = 1'),
  fault('any treatment ends the time before treatment', /(G\.key in \{[^}]*\})/g, 'G.fromDay is not null'),
  fault('prescriptions apart', 'Coalesce(Y.stopTo, Y.toDay) >= X.fromDay - 30', '1 = 0'),
  fault('not to be taken as taken', 'not Coalesce(R.doNotPerform.value, false)', '1 = 1'),
  fault('a plan as an order', "EndsWith(R.intent.value, 'order')", '1 = 1'),
  fault('a cream as a treatment', 'not T.isLocal', '1 = 1'),
  fault('eye drops as a treatment', 'not IsLocalDosage(R.dosage)', '1 = 1'),
  fault('what was not done as done', "R.status.value in { 'completed', 'in-progress' }", '1 = 1'),
  fault('answers taken back', "not Coalesce(R.status.value in { 'entered-in-error', 'stopped' }, false)", '1 = 1'),
]
