import { parseDay } from '../core/index.ts'
import { UsageError } from './io.ts'

/** The calendar day where the command runs, as an ISO date. */
export function localDay(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** A day that is asked for is a date, or none is: else it is wrong usage. Example: `checkDay("2024-03")`. */
export function checkDay(asOf: string | undefined): void {
  if (asOf !== undefined && !parseDay(asOf))
    throw new UsageError(`--as-of "${asOf}" is not a date: write it as 2026, 2026-11 or 2026-11-25`)
}
