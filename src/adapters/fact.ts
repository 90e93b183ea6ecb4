import type { Fact } from '../core/record.ts'

/**
 * A fact with every field in place, stated or not: facts of one shape are read faster by the rules.
 * Example: `makeFact({ key: "sex", choice: "female", when: null, ...UNDATED, at: "a.json#/sex" })`.
 */
export function makeFact(fact: Fact): Fact {
  return {
    key: fact.key,
    status: fact.status,
    value: fact.value,
    comparator: fact.comparator,
    interval: fact.interval,
    given: fact.given,
    choice: fact.choice,
    qualitative: fact.qualitative,
    limitLow: fact.limitLow,
    limitHigh: fact.limitHigh,
    when: fact.when,
    from: fact.from,
    to: fact.to,
    specimen: fact.specimen,
    method: fact.method,
    site: fact.site,
    assay: fact.assay,
    explainedBy: fact.explainedBy,
    author: fact.author,
    note: fact.note,
    at: fact.at,
  }
}
