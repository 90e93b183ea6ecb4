import { BESIDE, GROUPS, type Group, OTHER } from './groups.ts'
import { MADE_BY_MEASUREMENT, measurements } from './measures.ts'
import { Random } from './random.ts'
import type { RawFinding, RawRecord } from './record.ts'

const SEED = 20260
/** The day that all contenders are asked about: what is dated later was not known yet. */
export const AS_OF = '2024-06-15'
/** Records say far more often what is there than what is not: of the findings in the published cases nine in ten are present. */
const OTHER_STATUS = [
  'present',
  'present',
  'present',
  'present',
  'present',
  'present',
  'present',
  'absent',
  'equivocal',
] as const

/**
 * Made-up records: `size` findings and measurements each, one in five of them a measurement, with what is present,
 * absent, equivocal or not said at all; days full, partial or not stated; laboratory limits printed or not; findings
 * that were absent and came, or came and went; now and then a label treated under and a course of treatment; one fact in
 * ten dated after `AS_OF`. The same for the same arguments, on every machine.
 */
export function makeRecords(count: number, size: number): RawRecord[] {
  const random = new Random(SEED + size)
  return Array.from({ length: count }, (_, i) => makeRecord(random, `bench-${String(i).padStart(4, '0')}`, size))
}

function makeRecord(random: Random, id: string, size: number): RawRecord {
  const measured = Math.min(20, Math.round(size / 5))
  const findings = random.shuffle(makeFindings(random, size - measured))
  return {
    id,
    sex: random.pick(['male', 'female'] as const),
    age: random.whole(28, 81),
    findings,
    measurements: measurements(random, measured, () => day(random, 'laboratory')),
    ...(random.chance(0.15)
      ? {
          treatedAs: [
            {
              key: random.pick(['cidp', 'gbs', 'mgus-neuropathy', 'other']),
              treatment: 'ivig',
              response: 'none' as const,
              when: day(random, 'visit'),
            },
          ],
        }
      : undefined),
    ...(random.chance(0.12)
      ? {
          treatments: [
            { key: random.pick(['lenalidomide', 'bortezomib', 'corticosteroids']), when: day(random, 'visit') },
          ],
        }
      : undefined),
  }
}

function makeFindings(random: Random, count: number): RawFinding[] {
  const said = new Map<string, RawFinding['status']>()
  for (const group of GROUPS) sayGroup(random, group, said)
  for (const key of BESIDE) if (random.chance(0.08)) said.set(key, random.chance(0.6) ? 'present' : 'absent')
  let all = random.shuffle([...said])
  // What is absent is left out first where a record would grow too long: silence, not a change of what is said.
  if (all.length > count)
    all = [
      ...all.filter(([, status]) => status === 'present'),
      ...all.filter(([, status]) => status !== 'present'),
    ].slice(0, count)
  const findings = all.map(([key, status]) => finding(random, key, status, day(random, 'visit')))
  const twice = findings
    .filter((item) => item.status !== 'equivocal' && random.chance(0.06))
    .map((item) => earlier(random, item))
  findings.push(...twice.slice(0, Math.max(0, count - findings.length)))
  for (const key of random.shuffle(OTHER)) {
    if (findings.length >= count) break
    findings.push(finding(random, key, random.pick(OTHER_STATUS), day(random, 'visit')))
  }
  // Longer records than there are keys: visits that say the same again on another day.
  for (let i = 0; findings.length < count; i++) {
    const again = findings[i] as RawFinding
    findings.push({ ...again, when: `${2025 + (i % 2)}-${String(1 + (i % 11)).padStart(2, '0')}-03` })
  }
  return findings
}

function sayGroup(random: Random, group: Group, said: Map<string, RawFinding['status']>): void {
  const draw = random.next()
  const [present, absent] = group.aim
  if (draw < present) {
    for (const key of random.shuffle(group.makes).slice(0, random.whole(1, 3))) said.set(key, 'present')
  } else if (draw < present + absent) {
    for (const key of group.clears) said.set(key, 'absent')
  } else {
    for (const key of group.clears) if (random.chance(0.15)) said.set(key, 'absent')
    const open = random.pick([...group.makes, ...BESIDE])
    if (random.chance(0.3) && !MADE_BY_MEASUREMENT.has(open)) said.set(open, 'equivocal')
  }
}

function finding(random: Random, key: string, status: RawFinding['status'], when: string | null): RawFinding {
  const fluid = status === 'present' && (key === 'peripheral-edema' || key === 'pleural-effusion')
  const plain = { key, status, when: random.chance(0.05) ? null : random.chance(0.1) && when ? when.slice(0, 7) : when }
  return fluid && random.chance(0.15) ? { ...plain, explainedBy: 'heart-failure' } : plain
}

/** The same finding on an earlier day, where it was the other way round. */
function earlier(random: Random, item: RawFinding): RawFinding {
  return {
    key: item.key,
    status: item.status === 'present' ? 'absent' : 'present',
    when: `${random.whole(2015, 2018)}-06`,
  }
}

/** Visits and laboratory days never fall together, so that no two facts of one day contradict each other. */
function day(random: Random, kind: 'visit' | 'laboratory'): string {
  const date = 2 * random.whole(1, 13) + (kind === 'visit' ? 1 : 0)
  return `${random.whole(2020, 2024)}-${String(random.whole(1, 12)).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}
