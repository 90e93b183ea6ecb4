import { beyondLimit, type Evaluator, type Fact, type Prepared } from '../core/index.ts'
import type { Compiled, ResponseAxis } from '../schema/index.ts'
import { backAgain, beforeAndAfter, isPoint, newestNumber, newestStatus } from './response-facts.ts'
import type { ComparedItem } from './response-result.ts'

type Item = NonNullable<Compiled<ResponseAxis>['items']>[number]

/** Each item that was abnormal before treatment, or is new since, against its latest state. */
export function comparedItems(items: readonly Item[], evaluator: Evaluator): ComparedItem[] {
  return items.flatMap((item) => {
    const { before, after } = beforeAndAfter(item.key, evaluator)
    const compare = item.better === 'absent' ? comparePresence : compareNumbers
    const compared = compare(item, before, after, evaluator.prepared)
    return compared && (!item['new-only'] || compared.value === 'worse' || compared.disagree) ? [compared] : []
  })
}

function comparePresence(
  item: Item,
  before: readonly Fact[],
  after: readonly Fact[],
  prepared: Prepared,
): ComparedItem | undefined {
  const first = newestStatus(before, prepared)
  const last = newestStatus(after, prepared)
  const base = { key: item.key, normal: false }
  if (first === 'disagree' || last === 'disagree') return { ...base, value: 'not-comparable', disagree: true }
  const was = first?.status === 'present'
  const is = last?.status === 'present'
  if (!was && !is) return undefined
  const facts = { ...(first && { before: first }), ...(last && { after: last }) }
  if (!last || last.status === 'equivocal') return { ...base, ...facts, value: 'not-comparable' }
  if (!is) return { ...base, ...facts, value: 'improved', normal: true }
  const relapse = backAgain(
    after,
    (fact) => fact.status === 'present',
    (fact) => fact.status === 'absent',
  )
  const value = was && !relapse ? 'stable' : 'worse'
  return { ...base, ...facts, value, ...(relapse && { relapse }) }
}

function compareNumbers(
  item: Item,
  before: readonly Fact[],
  after: readonly Fact[],
  prepared: Prepared,
): ComparedItem | undefined {
  const first = newestNumber(before, prepared)
  const last = newestNumber(after, prepared)
  const base = { key: item.key, normal: false }
  if (first === 'disagree' || last === 'disagree') return { ...base, value: 'not-comparable', disagree: true }
  if (!first || !isPoint(first)) return undefined
  if (!last) return isNormal(item, first) ? undefined : { ...base, value: 'not-comparable', before: first }
  const facts = { before: first, after: last }
  // A range has no size that could have changed.
  if (!isPoint(last)) return { ...base, ...facts, value: 'not-comparable' }
  const step = item.step ?? Number.MIN_VALUE
  const since = after.filter(isPoint)
  const best = since.reduce((a, b) => (gain(item, a, b) > 0 ? b : a), last)
  // From its best value since treatment, not from the baseline, something is lost again.
  const lost = new Set(since.filter((fact) => fact.to > best.to && gain(item, fact, best) >= step).map((it) => it.to))
  const back = gain(item, first, best) >= step && lost.has(last.to)
  const relapse = back ? (lost.size > 1 ? 'confirmed' : 'suspected') : undefined
  const gained = gain(item, first, last)
  const value = relapse || gained <= -step ? 'worse' : gained >= step ? 'improved' : 'stable'
  if (value !== 'worse' && isNormal(item, first)) return undefined
  return { ...base, ...facts, value, normal: isNormal(item, last), ...(relapse && { relapse }) }
}

/** How much better the second value is. */
function gain(item: Item, from: Fact, to: Fact): number {
  return (item.better === 'lower' ? -1 : 1) * ((to.value as number) - (from.value as number))
}

/** Within the laboratory's own limit; a score is normal at zero. Without either nothing is called normal. */
function isNormal(item: Item, fact: Fact): boolean {
  if (item.better === 'lower' && fact.value === 0) return true
  return beyondLimit(fact, item.better === 'lower' ? 'above' : 'below') === false
}
