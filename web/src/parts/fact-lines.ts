import type { FactView } from '../../../src/schema/index.ts'

/** What was found, in words, with every day on which it was found so. */
export interface FactLine {
  readonly key: string
  readonly glyph: 'present' | 'absent' | 'open'
  readonly text: string
  readonly dates: readonly string[]
}

/**
 * Facts as they are told: one line for what was found alike, its days joined.
 * Example: two days with oedema are `[{ text: 'Peripheral oedema: present', dates: ['2024-05', '2025-01'], … }]`.
 */
export function factLines(facts: readonly FactView[]): readonly FactLine[] {
  const lines = new Map<string, FactLine>()
  for (const { label, says, date, status } of facts) {
    const text = `${label}: ${says}`
    const known = lines.get(text)
    const dates = known === undefined ? [date] : known.dates.includes(date) ? known.dates : [...known.dates, date]
    lines.set(text, { key: text, glyph: glyphOf(status), text, dates })
  }
  return [...lines.values()]
}

/** A value is something found; only what is stated to be absent is outlined, and what is equivocal is dotted. */
function glyphOf(status: string | undefined): FactLine['glyph'] {
  return status === 'absent' ? 'absent' : status === 'equivocal' ? 'open' : 'present'
}
