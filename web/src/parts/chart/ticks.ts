import { addMonths, formatDay, parseDay } from '../../../../src/core/index.ts'
import type { Span } from './scale.ts'

export interface Tick {
  readonly day: number
  /** A year, or a month of a year: ISO; or months from the presentation. */
  readonly at: string | number
  /** The first one, and each January, say the year. */
  readonly year: boolean
}

const STEPS = [1, 2, 3, 6, 12, 24, 36, 48, 60, 120, 240]

/** So many months between two ticks that no more than `most` stand on the axis. */
function stepOf(span: Span, most: number): number {
  const months = (span.to - span.from) / 30.44
  return STEPS.find((step) => months / step <= most) ?? 480
}

/**
 * Months and years on a calendar, no more than `most`. Years begin in January, half years in January and July.
 * Example: over two years, `most` 6: Jan, Jul, Jan, Jul.
 */
export function calendarTicks(span: Span, most: number): readonly Tick[] {
  const step = stepOf(span, most)
  const [year = 1970, month = 1] = formatDay(Math.ceil(span.from)).split('-').map(Number)
  const ticks: Tick[] = []
  // Counted from the year 0, so that steps of years fall on even years whatever the first day is.
  for (let index = Math.floor((year * 12 + month - 1) / step) * step; ; index += step) {
    const iso = `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
    const day = parseDay(`${iso}-01`)?.from
    if (day === undefined || day > span.to) return ticks
    if (day < span.from) continue
    const year = index % 12 === 0
    ticks.push({ day, at: year ? iso.slice(0, 4) : iso, year: year || ticks.length === 0 })
  }
}

/** Whole months from the presentation, no more than `most`. Example: 0, 6, 12. */
export function monthTicks(span: Span, most: number): readonly Tick[] {
  const step = stepOf(span, most)
  const ticks: Tick[] = []
  // Added to zero, so that the presentation is 0 and not -0.
  for (let months = 0 + Math.ceil(span.from / 30.44 / step) * step; ; months += step) {
    const day = addMonths(0, months)
    if (day > span.to) return ticks
    if (day >= span.from) ticks.push({ day, at: months, year: ticks.length === 0 })
  }
}
