import { textWidth } from './labels.ts'

/** A stretch of time with a name: a course of treatment. In pixels. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly name: string
}

export interface Lane {
  readonly lane: number
  /** Where its name begins, and how much room it has. */
  readonly left: number
  readonly width: number
  /** The name stands at the right or the left of its band, or in the lane under it. */
  readonly side: 'right' | 'left' | 'under'
}

const GAP = 6

/**
 * Puts named stretches into as few lanes as hold them without any of them or of their names touching. A name stands at
 * the right of its band, else at its left, else in a lane of its own under it, cut to the width if it must be.
 * Example: `lanesOf([{ from: 0, to: 40, name: 'Radiotherapy' }], 300)` is one lane, the name beginning at 46.
 */
export function lanesOf(stretches: readonly Stretch[], width: number): readonly Lane[] {
  const taken: [from: number, to: number][][] = []
  const free = (lane: number, from: number, to: number) =>
    (taken[lane] ?? []).every(([start, end]) => to <= start || from >= end)
  const take = (lane: number, from: number, to: number) => {
    taken[lane] = [...(taken[lane] ?? []), [from, to]]
  }
  return stretches.map(({ from, to, name }) => {
    const need = textWidth(name)
    const right = to + GAP + need <= width
    const left = from - GAP - need >= 0
    if (right || left) {
      const start = right ? from : from - GAP - need
      const end = right ? to + GAP + need : to
      const lane = firstLane((index) => free(index, start, end))
      take(lane, start, end + GAP)
      return { lane, left: right ? to + GAP : start, width: need, side: right ? 'right' : 'left' }
    }
    const room = Math.min(need, width)
    const start = Math.min(Math.max(from, 0), width - room)
    const lane = firstLane((index) => free(index, from, to) && free(index + 1, start, start + room))
    take(lane, from, to + GAP)
    take(lane + 1, start, start + room + GAP)
    return { lane, left: start, width: room, side: 'under' }
  })
}

function firstLane(fits: (lane: number) => boolean): number {
  let lane = 0
  while (!fits(lane)) lane += 1
  return lane
}

/** How many lanes are filled. */
export function heightOf(lanes: readonly Lane[]): number {
  return Math.max(0, ...lanes.map(({ lane, side }) => lane + (side === 'under' ? 2 : 1)))
}
