import type { Assessment } from '../../../../src/schema/index.ts'

export type RiskList = NonNullable<Assessment['risk']>[number]

/** One published list with its counts: at diagnosis, and now where treatment has come between. */
export interface Counted {
  readonly id: string
  readonly views: readonly RiskList[]
}

/** The lists in order, those with bands first; the counts of one list stay together, diagnosis before now. */
export function listsOf(views: readonly RiskList[]): readonly Counted[] {
  const ids = [...new Set(views.map(({ id }) => id))]
  const lists = ids.map((id) => ({ id, views: views.filter((view) => view.id === id).sort(byTime) }))
  return lists.sort((a, b) => Number(isBanded(b)) - Number(isBanded(a)))
}

const byTime = (a: RiskList, b: RiskList) => Number(a.at === 'now') - Number(b.at === 'now')
const isBanded = ({ views }: Counted) => views.some(({ band }) => band !== undefined)

export interface BandStretch {
  readonly band: string
  /** Counts from … to, both within the band. */
  readonly from: number
  readonly to: number
}

/** The bands of a list as stretches of its scale. Example: low from 0, high from 3, of 7: 0 to 2 and 3 to 7. */
export function bandStretches(
  bands: readonly { readonly from: number; readonly band: string }[],
  of: number,
): readonly BandStretch[] {
  const sorted = [...bands].sort((a, b) => a.from - b.from)
  return sorted.map(({ band, from }, index) => ({ band, from, to: (sorted[index + 1]?.from ?? of + 1) - 1 }))
}
