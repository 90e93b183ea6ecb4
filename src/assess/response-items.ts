import type { Evaluator, Fact } from '../core/index.ts'
import { beyondLimit } from '../core/index.ts'
import type { Compiled, ResponseAxis } from '../schema/index.ts'

type Item = NonNullable<Compiled<ResponseAxis>['items']>[number]

export interface ComparedItem {
  readonly key: string
  readonly value: 'improved' | 'stable' | 'worse' | 'not-comparable'
  /** Normal now, where that can be said. */
  readonly normal: boolean
  /** It was better in between and is back. */
  readonly returned: boolean
  readonly before?: Fact
  readonly after?: Fact
}

/** Facts of a key from before the first treatment (or its first day), and from after it. */
export function beforeAndAfter(key: string, { prepared }: Evaluator): { before: readonly Fact[]; after: readonly Fact[] } {
  const from = prepared.treatedFrom ?? Infinity
  const facts = prepared.factsBy[prepared.engine.keyIndex.get(key) as number] ?? []
  const dated = facts.filter((fact) => Number.isFinite(fact.to))
  return { before: dated.filter((fact) => fact.to <= from), after: dated.filter((fact) => fact.from > from) }
}

/** Each item that was abnormal before treatment, or is new since, against its latest state. */
export function comparedItems(items: readonly Item[], evaluator: Evaluator): ComparedItem[] {
  return items.flatMap((item) => {
    const { before, after } = beforeAndAfter(item.key, evaluator)
    const compared = compareItem(item, before, after)
    return compared ? [compared] : []
  })
}

function compareItem(item: Item, before: readonly Fact[], after: readonly Fact[]): ComparedItem | undefined {
  return item.better === 'absent' ? comparePresence(item, before, after) : compareNumbers(item, before, after)
}

/** Facts of the newest day; several of one day that disagree compare with nothing. */
function newestAgreeing(facts: readonly Fact[], agree: (a: Fact, b: Fact) => boolean): Fact | undefined | 'disagree' {
  const last = facts.at(-1)
  if (!last) return undefined
  const onDay = facts.filter((fact) => fact.to === last.to)
  return onDay.every((fact) => agree(fact, last)) ? last : 'disagree'
}

function comparePresence(item: Item, before: readonly Fact[], after: readonly Fact[]): ComparedItem | undefined {
  const same = (a: Fact, b: Fact) => a.status === b.status
  const first = newestAgreeing(before.filter((fact) => fact.status !== undefined), same)
  const last = newestAgreeing(after.filter((fact) => fact.status !== undefined), same)
  const was = first !== undefined && first !== 'disagree' && first.status === 'present'
  const isNew = last !== undefined && last !== 'disagree' && last.status === 'present' && !was
  if (!was && !isNew) return undefined
  const returned = after.some((fact) => fact.status === 'absent')
  const base = { key: item.key, returned, ...(first && first !== 'disagree' ? { before: first } : undefined) }
  if (last === undefined || last === 'disagree' || last.status === 'equivocal') return { ...base, value: 'not-comparable', normal: false }
  if (isNew) return { ...base, after: last, value: 'worse', normal: false }
  if (last.status === 'absent') return { ...base, after: last, value: 'improved', normal: true }
  return { ...base, after: last, value: returned ? 'worse' : 'stable', normal: false }
}

function compareNumbers(item: Item, before: readonly Fact[], after: readonly Fact[]): ComparedItem | undefined {
  const same = (a: Fact, b: Fact) => a.value === b.value
  const first = newestAgreeing(before.filter(isPoint), same)
  const last = newestAgreeing(after.filter(isPoint), same)
  if (first === undefined || first === 'disagree') return undefined
  const base = { key: item.key, before: first }
  if (last === undefined || last === 'disagree') return { ...base, value: 'not-comparable', normal: false, returned: false }
  const gain = (item.better === 'lower' ? -1 : 1) * ((last.value as number) - (first.value as number))
  const step = item.step ?? Number.MIN_VALUE
  const best = after.filter(isPoint).reduce((a, b) => (better(item, b, a) ? b : a), last)
  const fallen = Math.abs((best.value as number) - (last.value as number)) >= step && better(item, best, last)
  return {
    ...base,
    after: last,
    value: gain >= step ? 'improved' : gain <= -step ? 'worse' : 'stable',
    normal: isNormal(item, last),
    returned: fallen,
  }
}

function isPoint(fact: Fact): boolean {
  return fact.value !== undefined && fact.comparator === undefined
}

function better(item: Item, a: Fact, b: Fact): boolean {
  return item.better === 'lower' ? (a.value as number) < (b.value as number) : (a.value as number) > (b.value as number)
}

/** Within the laboratory's own limit; a score is normal at zero. Without either nothing is called normal. */
function isNormal(item: Item, fact: Fact): boolean {
  if (item.better === 'lower' && fact.value === 0) return true
  return beyondLimit(fact, item.better === 'lower' ? 'above' : 'below') === false
}
