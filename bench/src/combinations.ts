import type { Verdict } from './contender.ts'
import { GROUPS, MAJORS, MANDATORY } from './groups.ts'
import { Random } from './random.ts'
import type { RawFinding, RawRecord } from './record.ts'

/** Every group of the rule in each of its three states: 3 to the power of 11. */
export const COMBINATIONS = 3 ** GROUPS.length

type State = 'true' | 'false' | 'unknown'
const STATES: readonly State[] = ['true', 'false', 'unknown']

/** The states of the groups in a combination, written as a number of base three. */
function statesOf(combination: number): readonly State[] {
  return GROUPS.map((_, i) => STATES[Math.floor(combination / 3 ** i) % 3] ?? 'unknown')
}

/**
 * What is certain about a combination: met when every way of filling in its unknowns is met, not met when none is.
 * By brute force over all completions, so that no logic of any contender has a part in it.
 */
export function truthOf(combination: number): Verdict {
  const states = statesOf(combination)
  const open = states.flatMap((state, i) => (state === 'unknown' ? [i] : []))
  const values = states.map((state) => state === 'true')
  let met = 0
  for (let filling = 0; filling < 2 ** open.length; filling++) {
    open.forEach((group, bit) => {
      values[group] = ((filling >> bit) & 1) === 1
    })
    if (twoValued(values)) met++
  }
  return met === 2 ** open.length ? 'met' : met === 0 ? 'not-met' : 'undetermined'
}

function twoValued(values: readonly boolean[]): boolean {
  const mandatory = values.slice(0, MANDATORY)
  const majors = values.slice(MANDATORY, MANDATORY + MAJORS)
  const minors = values.slice(MANDATORY + MAJORS)
  return mandatory.every(Boolean) && majors.some(Boolean) && minors.some(Boolean)
}

/** The finding that says yes or no to a group; a group without one has its own way. */
const SAYS: Readonly<Record<string, readonly string[]>> = {
  polyneuropathy: ['polyneuropathy'],
  'clonal-plasma-cell-disorder': ['clonal-plasma-cell-disorder'],
  castleman: ['castleman-histology'],
  'sclerotic-lesion': ['sclerotic-lesion'],
  organomegaly: ['organomegaly'],
  'volume-overload': ['volume-overload'],
  endocrinopathy: ['endocrinopathy'],
  'skin-changes': ['skin-changes'],
  papilledema: ['papilledema'],
  'thrombocytosis-or-polycythemia': ['thrombocytosis', 'polycythemia'],
}

/** The shortest record that puts the groups into these states. */
export function recordOf(combination: number): RawRecord {
  const findings: RawFinding[] = []
  const measurements: RawRecord['measurements'] = []
  statesOf(combination).forEach((state, i) => {
    if (state === 'unknown') return
    const id = GROUPS[i]?.id ?? ''
    const status = state === 'true' ? 'present' : 'absent'
    if (id === 'elevated-vegf') measurements.push(vegf(state === 'true' ? 700 : 300))
    else for (const key of SAYS[id] ?? []) findings.push({ key, status, when: '2023-05-03' })
  })
  return { id: `combination-${combination}`, findings, measurements }
}

function vegf(value: number): RawRecord['measurements'][number] {
  return { key: 'vegf-serum', value, unit: 'pg/mL', referenceHigh: 500, when: '2023-05-04' }
}

/** All combinations, or so many of them drawn by chance, the same in every run. */
export function combinations(sample?: number): readonly number[] {
  if (sample === undefined || sample >= COMBINATIONS) return Array.from({ length: COMBINATIONS }, (_, i) => i)
  const random = new Random(11)
  const drawn = new Set<number>()
  while (drawn.size < sample) drawn.add(random.whole(0, COMBINATIONS - 1))
  return [...drawn]
}
