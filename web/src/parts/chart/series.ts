/** What a chart draws: one test over time. Days count from 1970, or from the presentation where there is no calendar. */
export interface Point {
  readonly day: number
  /** First day on which it may have been, where only a month or a year is stated. */
  readonly from?: number
  readonly value: number
  /** The value as it is read: "480", "< 30". */
  readonly label: string
  /** The time as it is read: "6 May 2024". */
  readonly when: string
  /** `ring`: known only as below or above the value. `dotted`: unconfirmed. */
  readonly mark: 'filled' | 'ring' | 'dotted'
  /** Points of different assays are not joined by a line; what names none is taken with any. */
  readonly assay?: string
  /** The limit that was printed with it, as it is read. */
  readonly limit?: string
  /** Where the record says so. */
  readonly at?: string
}

/** The one threshold line of a chart, with its name on it: solid is this laboratory's own, dotted a study's. */
export interface Limit {
  readonly value: number
  readonly label: string
  readonly kind: 'laboratory' | 'study'
}

export interface Series {
  readonly name: string
  /** As it is read; empty for a score. */
  readonly unit: string
  readonly points: readonly Point[]
  readonly limit?: Limit
  /** Square is serum VEGF and nothing else. */
  readonly shape: 'disc' | 'square'
  readonly ink: 'ink' | 'yes' | 'serum'
}

/** Neighbouring points that one line may join: of one assay, or of assays that are not named. */
export function runsOf(points: readonly Point[]): readonly (readonly Point[])[] {
  const runs: Point[][] = []
  let assay: string | undefined
  for (const point of points) {
    const last = runs.at(-1)
    if (last && (point.assay === undefined || assay === undefined || point.assay === assay)) last.push(point)
    else runs.push([point])
    assay = point.assay ?? assay
  }
  return runs
}
