/** A day that is known only nearly: the first and the last that it may be. */
export const DAYS = 'Tuple { fromDay Integer, toDay Integer }'

/** Days as whole numbers since 1970-01-01, of dates that may be partial; the calendar day is kept as it is written. */
export const TIME_FUNCTIONS = `define function Civil(y Integer, m Integer, d Integer):
  if m <= 2 then FromMarch(y - 1, m + 9, d) else FromMarch(y, m - 3, d)

// Years and months that begin in March, so that the leap day ends a year.
define function FromMarch(y Integer, m Integer, d Integer):
  y * 365 + y div 4 - y div 100 + y div 400 + (153 * m + 2) div 5 + d - 719469

define function DaysIn(D DateTime):
  if year from D is null then null as ${DAYS}
  else Tuple {
    fromDay: Civil(year from D, Coalesce(month from D, 1), Coalesce(day from D, 1)),
    toDay:
      if day from D is not null then Civil(year from D, month from D, day from D)
      else if month from D is null or month from D = 12 then Civil(year from D + 1, 1, 1) - 1
      else Civil(year from D, month from D + 1, 1) - 1
  }

// The last day of a period, from which on what happened in it is certain; else its first.
define function DaysOfPeriod(P FHIR.Period):
  Coalesce(DaysIn(P."end".value), DaysIn(P.start.value))

define function Years(value Decimal, named String):
  case
    when named = 'a' or Lower(named) = 'year' or Lower(named) = 'years' then value
    when named = 'mo' then value / 12.0
    when named = 'wk' then value / 52.18
    when named = 'd' then value / 365.25
    else null
  end

define function InLife(age Decimal):
  if age >= 0.0 and age <= 150.0 then age else null

define function YearsOf(Q FHIR.Quantity):
  InLife(Years(Q.value.value, Coalesce(Q.code.value, Q.unit.value)))

// By an age only the year is known, and then the later of two.
define function DaysAtAge(age Decimal):
  if age is null or year from Patient.birthDate.value is null then null as ${DAYS}
  else Tuple {
    fromDay: Civil(year from Patient.birthDate.value + Floor(age) + 1, 1, 1),
    toDay: Civil(year from Patient.birthDate.value + Floor(age) + 2, 1, 1) - 1
  }

define function AgeIn(R FHIR.Range):
  Coalesce(YearsOf(R.high), YearsOf(R.low))

// The id at the end of a reference.
define function IdOf(reference String):
  Last(Split(Last(Split(reference, '/')), ':'))
`
