/** A way in which a statement could be wrong: it is made wrong in that way, and some test must see it. */
export interface Fault {
  readonly name: string
  readonly make: (statement: string) => string
}

const fault = (name: string, from: RegExp | string, to: string): Fault => ({
  name,
  make: (statement) => statement.replaceAll(from, to),
})
type Replaced = string | ((found: string) => string)
/** The same from one of these words on. */
const after =
  (...starts: readonly string[]) =>
  (name: string, from: RegExp | string, to: Replaced): Fault => ({
    name,
    make: (statement) => {
      const start = Math.max(0, starts.map((words) => statement.indexOf(words)).find((at) => at >= 0) ?? 0)
      const rest = statement.slice(start)
      return (
        statement.slice(0, start) + (typeof to === 'string' ? rest.replaceAll(from, to) : rest.replaceAll(from, to))
      )
    },
  })
/** In the layers of rules alone. */
const inRules = after('-- Rules that read leaves alone.')
/** In the formulas over masks alone. */
const inBits = after('-- What is asked of the bits', '-- One row per person: true')

/** Terms of a count without those that stand there already. */
const withoutDuplicates = (sum: string): string => {
  const terms = sum.split(/\n\s*\+ /).map((term) => term.trim())
  return [...new Set(terms)].join(' + ')
}

/** Written for the statements of PostgreSQL and DuckDB, which differ in the names of types alone. */
export const FAULTS: readonly Fault[] = [
  inRules('OR for AND', / AND /g, ' OR '),
  inRules('AND for OR', / OR /g, ' AND '),
  inRules('no negation', /NOT (?!NULL)/g, ''),
  inRules('not of unknown is true', /\(NOT ("[^"]+")\)/g, '(NOT COALESCE($1, FALSE))'),
  fault('NULL as false', /(MAX\(CASE WHEN v\."leaf" = \d+ THEN v\."value" END\)) = 1/g, 'COALESCE($1, 0) = 1'),
  fault('NULL as true', /(MAX\(CASE WHEN v\."leaf" = \d+ THEN v\."value" END\)) = 1/g, 'COALESCE($1, 1) = 1'),
  inRules('one more must hold', /\) >= (\d+) THEN TRUE/g, ') > $1 THEN TRUE'),
  inRules('one more must be possible', /\) < (\d+) THEN FALSE/g, ') <= $1 THEN FALSE'),
  inRules('what is open cannot hold', /CASE WHEN NOT ("[^"]+") THEN 0 ELSE 1 END/g, 'CASE WHEN $1 THEN 1 ELSE 0 END'),
  inRules('counting with duplicates removed', /CASE WHEN [^\n]+(?:\n\s+\+ [^\n]+)+/g, withoutDuplicates),
  inRules('absence is never earned', /\) THEN FALSE\n/g, ') THEN NULL\n'),
  inRules('absence is the negation of presence', /\n( +)END AS /g, '\n$1ELSE FALSE END AS '),
  inRules('a question is never asked', /THEN "(\d+ finding is-it-[a-z-]+)"/g, 'THEN NULL'),
  fault('a window a day too short', /(- [ab]\."from_day") <= (\d+)/g, '$1 < $2'),
  fault('a window a day too long', /(- [ab]\."to_day") > (\d+)/g, '$1 >= $2'),
  fault('an order that is not looked at', /\(a\."to_day" <= b\."from_day" AND /g, '(1 = 1 AND '),
  fault('a backward pair that may still fit', /\(b\."to_day" < a\."from_day" OR /g, '(1 = 0 OR '),
  fault('undated pairs as dated', /a\."from_day" > -1000000000 AND b\."from_day" > -1000000000/g, '1 = 1'),
  fault('a half-declared silence', /HAVING COUNT\(DISTINCT c\."key"\) = 2/g, 'HAVING COUNT(DISTINCT c."key") >= 1'),
  fault('no declared silence', /HAVING COUNT\(DISTINCT c\."key"\) = \d/g, 'HAVING 1 = 0'),
  fault('a side that is absent is not seen', /fa\."value" = 0 OR fb\."value" = 0/g, '1 = 0'),
  fault('the day asked for left out', / <= p\."as_of"/g, ' < p."as_of"'),
  fault('a contradiction that is not seen', '"yes" * (1 - "no")', '"yes"'),
  fault('a contradiction that is no longer open', 'WHEN MAX("yes" * "no") = 1 THEN NULL', 'WHEN 1 = 0 THEN NULL'),
  fault('a contradiction of the latest day that is not seen', 'MAX("last" * "yes" * "no") = 1', '1 = 0'),
  fault('equivocal as absent', "WHEN 'equivocal' THEN 2 END", "WHEN 'equivocal' THEN 0 END"),
  fault('latest as ever', ", 'latest')", ", 'ever')"),
  fault('ever as latest', ", 'ever')", ", 'latest')"),
  fault('choices that exclude each other', ", 'ever beside')", ", 'ever')"),
  fault('the treated as the untreated', '"untreated" = 1', '1 = 1'),
  fault('the first day of treatment left out', '<= t."treated_from"', '< t."treated_from"'),
  fault('any course ends the time before treatment', /\n +AND "key" IN \('lenalidomide', 'radiotherapy'\)/g, ''),
  fault(
    'methods that are one',
    'q."mode", "from_day", "to_day", "method", ',
    'q."mode", "from_day", "to_day", CAST(NULL AS TEXT) AS "method", ',
  ),
  fault('what is explained by something else counts', '"explained_by" IS NULL', '1 = 1'),
  fault('from as above', '"low" >= ', '"low" > '),
  fault('open ends as closed', / AND "(?:low|high)_open"/g, ' AND FALSE'),
  fault('a range that straddles counts', /(THEN 1 WHEN [^\n]+ THEN 0) ELSE 2 END/g, '$1 ELSE 1 END'),
  fault('the word of the laboratory turned round', /("qualitative" = '(?:high|low)') THEN 1/g, '$1 THEN 0'),
  fault('a fallback in spite of a limit', /"limit_(?:high|low)" IS NULL AND /g, ''),
  fault('a share of the last value', '/ NULLIF("value"', '/ NULLIF("last_value"'),
  fault('the change of a range', '"comparator" IS NULL AND "last_comparator" IS NULL', '1 = 1'),
  fault('specimens that are compared', /\(b\."specimen" = l\."specimen"[^\n]+?IS NULL\)\)/g, '1 = 1'),
  fault('assays that are compared', ' AND b."assay" = l."assay"', ''),
  {
    name: 'a size that is not rounded',
    make: (statement) =>
      statement.replaceAll(
        /"size" (>=|<) ([-\d.E]+)/g,
        (_, sign, edge) => `"size" ${sign} ${Number(Number(edge).toPrecision(12))}`,
      ),
  },
  fault('a size one too small', /"size" >= ([-\d.E]+)/g, '"size" >= ($1 - 1)'),
  fault('changes that disagree', /WHEN (MIN\(CASE [^\n]+? END\)) = MAX\([^\n]+? END\) THEN/g, 'WHEN $1 >= 0 THEN'),
  fault('treatments not named as not given', '"treatments" = 0 THEN NULL', '"treatments" = 0 THEN FALSE'),
  fault('the answer to a course that goes on', 'c."stop_to" > c."as_of" THEN NULL ELSE', '1 = 0 THEN NULL ELSE'),
  fault('courses that join', ' AND g."course" = c."course"', ''),
  fault('a course that may fit as none', 'f."may_fit" = 1 THEN NULL', 'f."may_fit" = 1 THEN 0'),
  fault('a treatment that is stated absent is not seen', 'WHEN a."person" IS NOT NULL THEN 0', ''),
]

/** The same for rules answered by bit logic. */
export const BIT_FAULTS: readonly Fault[] = [
  inBits('OR for AND', /\bAND /g, 'OR '),
  inBits('AND for OR', /\bOR /g, 'AND '),
  inBits('no negation', /\(NOT /g, '('),
  inBits('what says no as what says yes', /"no_(\d+)" & /g, '"yes_$1" & '),
  inBits('what says yes as what says no', /"yes_(\d+)" & /g, '"no_$1" & '),
  inBits('one bit for all', /& (\d+)\) = \1/g, '& $1) <> 0'),
  inBits('all bits for one', /& (\d+)\) <> 0/g, '& $1) = $1'),
  inBits('one more must hold', /\) >= (\d+)\)/g, ') > $1)'),
  inBits('one fewer must hold', /\) >= (\d+)\)/g, ') >= $1 - 1)'),
  inBits('counting with duplicates removed', /CAST\(BIT_COUNT[^\n]+(?:\n\s+\+ [^\n]+)+/g, withoutDuplicates),
  inBits('the words after the first are not counted', /\n\s+\+ [^\n]+/g, ''),
  inBits('a rule that fails is open', /THEN FALSE\n/g, 'THEN NULL\n'),
  inBits('a rule that holds is open', /THEN TRUE\n/g, 'THEN NULL\n'),
  inBits('a question is never asked', /CASE WHEN (?:\([^()]+|"[^"]+") THEN/g, 'CASE WHEN FALSE THEN'),
  fault('what is open says no', / AND v\."value" = 0 THEN/g, ' AND COALESCE(v."value", 0) = 0 THEN'),
  fault('what is false says yes', / AND v\."value" = 1 THEN/g, ' AND v."value" IN (0, 1) THEN'),
  fault('a bit for another', / THEN 1 WHEN/g, ' THEN 2 WHEN'),
]
