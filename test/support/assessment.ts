import type { Assessment, CriteriaResult, FactView, TreeView } from '../../src/schema/assessment.ts'
import type { Knowledge } from '../../src/schema/engine.ts'
import { makeEngine } from './engine.ts'

/** Hand-made values for tests of what is drawn: no rule, no loader, no adapter stands behind them. */

export const fact = (partial: Partial<FactView> = {}): FactView => ({
  key: 'papilledema',
  label: 'Papilloedema',
  says: 'present',
  status: 'present',
  date: '2024-03-18',
  at: 'a.json#/findings/0',
  ...partial,
})

export const leaf = (label: string, value: TreeView['value'], partial: Partial<TreeView> = {}): TreeView => ({
  kind: 'finding',
  value,
  label,
  facts: value === 'unknown' ? [] : [fact({ says: value ? 'present' : 'absent' })],
  missing: value === 'unknown' ? [{ key: label.toLowerCase(), label, advice: 'order' }] : [],
  sources: [],
  of: [],
  ...partial,
})

export const group = (
  kind: string,
  value: TreeView['value'],
  of: readonly TreeView[],
  partial: Partial<TreeView> = {},
): TreeView => ({
  kind,
  value,
  label: kind === 'all' ? `All ${of.length} of these` : `Any of these ${of.length}`,
  facts: [],
  missing: value === 'unknown' ? of.flatMap((child) => child.missing) : [],
  sources: [],
  of,
  ...partial,
})

export const rule = (
  id: string,
  label: string,
  value: TreeView['value'],
  of: readonly TreeView[],
  partial: Partial<TreeView> = {},
): TreeView => group('rule', value, of, { id, label, ...partial })

export const set = (partial: Partial<CriteriaResult> = {}): CriteriaResult => ({
  id: 'made-up',
  title: 'Made-up criteria',
  review: 'drafted',
  value: 'undetermined',
  missing: [],
  conflicts: [],
  tree: rule('made-up', 'Made-up criteria', 'unknown', [
    group('all', 'unknown', [leaf('Papilloedema', 'unknown')]),
  ]) as CriteriaResult['tree'],
  sources: [],
  ...partial,
})

export const assessment = (partial: Partial<Assessment> = {}): Assessment => ({
  format: 'scansion.assessment/1',
  engine: { name: 'scansion', version: '0.0.0' },
  knowledge: { version: 'test' },
  subject: { id: 'someone', sex: 'female', age: 52 },
  asOf: '2024-12-31',
  conclusion: {
    criteria: 'made-up',
    value: 'undetermined',
    indication: true,
    sentences: [{ id: 'a', args: {}, text: 'the made-up criteria cannot be decided yet.' }],
    statement: 'the made-up criteria cannot be decided yet.',
  },
  letters: [],
  criteria: [set()],
  redFlags: { value: false, reasons: [] },
  workup: [],
  differential: [],
  problems: [],
  ...partial,
})

export const madeUpKnowledge: Knowledge = {
  ...makeEngine().knowledge,
  sources: { w1: { cite: 'First A, Journal 2001' }, w2: { cite: 'Second B, Journal 2002' } },
  workup: {
    vegf: {
      title: 'VEGF in serum',
      question: 'Is it raised?',
      answers: ['vegf-serum', 'vegf-plasma'],
      step: 1,
      order: 1,
      burden: 'blood',
    },
    eyes: {
      title: 'Fundoscopy',
      question: 'Is the disc swollen?',
      answers: ['papilledema'],
      step: 2,
      order: 1,
      burden: 'examination',
    },
  },
  conflicts: {
    dispute: {
      topic: 'How much it counts',
      positions: [
        { says: 'Much.', sources: [{ work: 'w1', at: 'abstract' }] },
        { says: 'Little.', sources: [{ work: 'w2', at: 'table 2' }] },
      ],
      does: 'Counts it.',
      proposal: true,
    },
  },
}
