import type { RecoveryDomain, ResponseAxis, Schedule, SupportItem } from '../../schema/care.ts'
import type { Compiled } from '../../schema/index.ts'
import { type Block, condition, type Outline, outline, statements, table } from './outline.ts'

type LabelOf = (key: string) => string

const BETTER = { absent: 'gone', lower: 'lower', higher: 'higher' } as const

export function responseOutline(id: string, entry: Compiled<ResponseAxis>, labelOf: LabelOf): Outline {
  const items = (entry.items ?? []).map(({ key, better, step, proposal, sources }) => {
    const cells = [labelOf(key), BETTER[better], step === undefined ? '' : String(step)]
    return { cells, proposal, sources }
  })
  return outline(id, 'axis of response, never merged with another', entry, [
    statements('Complete', [entry.complete]),
    statements('Not assessable', entry['not-assessable']),
    statements('Relapse', [entry.relapse]),
    table('Compared with the state before treatment', ['Item', 'Better is', 'Smallest change that counts'], items),
    statements('What may mislead', entry.confounders),
    statements('Known of it', entry.facts),
  ])
}

const PHASES: Readonly<Record<string, string>> = {
  'pre-treatment': 'before treatment',
  'on-treatment': 'on treatment, and in relapse',
  'remission-early': 'remission, first years',
  'remission-late': 'remission, later',
}

export function monitoringOutline(id: string, entry: Compiled<Schedule>): Outline {
  const phases = Object.entries(entry['every-months'])
  const every = phases.map(([phase, months]) => ({ cells: [PHASES[phase] ?? phase, `every ${months} months`] }))
  return outline(
    id,
    'schedule of monitoring',
    entry,
    [
      { heading: 'Tests', ids: entry.tests },
      table('How often', ['Phase', 'Interval'], every),
      condition('Only when', entry.when),
      extension(entry),
    ],
    entry.says,
  )
}

function extension({ extension: spaced }: Compiled<Schedule>): Block | undefined {
  if (!spaced) return undefined
  const steps = spaced.steps.map((step) => ({
    says: `After ${step['after-years']} years of remission every ${step['every-months']} months may do, where at least ${spaced['visits-done-percent']} % of the visits asked for were kept.`,
    proposal: spaced.proposal,
    sources: spaced.sources,
  }))
  return statements('Spacing', [spaced, ...steps])
}

export function recoveryOutline(id: string, entry: Compiled<RecoveryDomain>): Outline {
  const rows = entry.intervals.map(({ from, to, says, sources }) => ({ cells: [`${from} to ${to}`, says], sources }))
  return outline(id, 'domain of recovery: the usual course, no promise', entry, [
    table('By months since the start of treatment', ['Months', 'What is usual'], rows),
    statements('From the papers', entry.papers),
    { heading: 'Findings', ids: entry.keys ?? [] },
  ])
}

export function supportOutline(id: string, entry: Compiled<SupportItem>): Outline {
  const check = entry.check === undefined ? [] : [{ says: entry.check }]
  return outline(id, 'support', entry, [
    condition('Offered when', entry.when),
    statements('To ask while the record is silent', check),
    statements('What can help', entry.options),
    statements('To know', entry.notes),
  ])
}
