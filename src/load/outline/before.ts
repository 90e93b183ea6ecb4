import type { Compiled, Complication, Condition, Risk } from '../../schema/index.ts'
import { condition, examples, type Outline, outline, type Row, statements, table } from './outline.ts'

type LabelOf = (key: string) => string

export function differentialOutline(id: string, entry: Compiled<Condition>): Outline {
  return outline(id, 'condition of the differential', entry, [
    condition('Spoken of only when', entry.relevant),
    statements('For it', entry.for),
    statements('Against it', entry.against),
    statements('Telling the two apart', entry.discriminators),
    table(
      'Published figures, one finding each',
      ['Finding', 'POEMS', 'Other', 'Likelihood ratio for POEMS', 'Measured against'],
      (entry.evidence ?? []).map(evidenceRow),
    ),
    table(
      'Side by side',
      ['Feature', 'POEMS', 'Here'],
      (entry.features ?? []).map(({ feature, poems, here, sources }) => ({ cells: [feature, poems, here], sources })),
    ),
  ])
}

type Evidence = NonNullable<Compiled<Condition>['evidence']>[number]

/** Example of the fourth cell: "36 (5 to 253); when absent 0.47; computed from the shares". */
function evidenceRow(item: Evidence): Row {
  const interval = item.low === undefined || item.high === undefined ? '' : ` (${item.low} to ${item.high})`
  const ratio = [
    item.lr === undefined ? '' : `${item.lr}${interval}`,
    item['lr-absent'] === undefined ? '' : `when absent ${item['lr-absent']}`,
    item.derived ? 'computed from the shares' : '',
  ]
  const cells = [item.finding, item.poems ?? '', item.other ?? '', ratio.filter(Boolean).join('; '), item.against]
  return { cells, sources: item.sources }
}

export function complicationOutline(
  id: string,
  entry: Compiled<Complication>,
  written: Complication | undefined,
  labelOf: LabelOf,
): Outline {
  return outline(id, 'complication', entry, [
    statements('How often', entry.frequency),
    condition('Thought of when', entry.trigger),
    condition('Urgent when', entry.urgent),
    { heading: 'Looked for by', ids: entry.screen },
    statements('What to do', entry.actions),
    examples(written?.examples, labelOf, ({ trigger }) =>
      trigger === 'unknown' ? 'not stated' : trigger ? 'thought of' : 'not thought of',
    ),
  ])
}

const PHASES: Readonly<Record<Risk['phase'], string>> = {
  'at-diagnosis': 'counted on facts from before treatment, and again on the latest',
  'after-treatment': 'counted on the latest facts, after treatment',
  transplant: 'counted around a transplant',
}

export function riskOutline(id: string, entry: Compiled<Risk>, written: Risk | undefined, labelOf: LabelOf): Outline {
  const factors = entry.factors.map(({ label, when, says, proposal, sources }) => ({
    says: says === undefined ? label : `${label}. ${says}`,
    when,
    proposal,
    sources: sources ?? entry.sources,
  }))
  return outline(id, `risk list, ${PHASES[entry.phase]}`, entry, [
    condition('Applies when', entry.applies),
    statements('Factors', factors),
    table(
      'Bands',
      ['From', 'Band', 'Says'],
      (entry.bands ?? []).map((band) => ({ ...marks(band), cells: [String(band.from), band.band, band.says] })),
    ),
    statements('Validation', entry.validation),
    examples(written?.examples, labelOf, ({ low, high, band }) => {
      const count = low === high ? `${low}` : `${low} to ${high}`
      return `${count} of ${entry.factors.length}${band === undefined ? '' : `: ${band}`}`
    }),
  ])
}

function marks({ proposal, sources }: Omit<Row, 'cells'>): Omit<Row, 'cells'> {
  return { proposal, sources }
}
