import { describe, expect, it } from 'vitest'
import { madeUpKnowledge } from '../../../test/support/assessment.ts'
import { makeEngine } from '../../../test/support/engine.ts'
import { realEngine } from '../../../test/support/real.ts'
import type { RuleNode } from '../../schema/engine.ts'
import { inks } from '../render/ink.ts'
import { Numbering } from '../render/numbering.ts'
import { ruleWords } from './rule-words.ts'

const engine = makeEngine({
  phrases: realEngine().knowledge.phrases,
  rules: { clone: { id: 'clone', title: 'A clone', sources: [] } },
})
const words = (node: RuleNode) =>
  ruleWords(engine, node, {
    width: 80,
    ink: inks(false),
    knowledge: madeUpKnowledge,
    all: true,
    numbering: new Numbering(),
  })
const finding = (key: string): RuleNode => ({ kind: 'finding', key, time: 'ever' })

describe('ruleWords', () => {
  it('indents groups with their quantifier and names the rule to explain next', () => {
    expect(
      words({
        kind: 'all',
        of: [
          finding('polyneuropathy'),
          { kind: 'rule', id: 'clone' },
          {
            kind: 'at-least',
            n: 2,
            label: 'a minor criterion',
            of: [finding('papilledema'), finding('thrombocytosis')],
          },
        ],
      }),
    ).toEqual([
      '  - All three of these:',
      '    - Polyneuropathy',
      '    - A clone (explain clone)',
      '    - A minor criterion: at least two of these two:',
      '      - Papilloedema',
      '      - Thrombocytosis',
    ])
  })

  it('says what is not, which facts a leaf reads, what is a proposal, and where it stands', () => {
    const raised: RuleNode = {
      kind: 'is',
      key: 'vegf-serum',
      time: 'before-treatment',
      limit: 'above',
      proposal: true,
      sources: [{ work: 'w1', at: 'abstract' }],
    }
    expect(words({ kind: 'any', of: [raised, { kind: 'not', of: [finding('papilledema')] }] })).toEqual([
      '  - At least one of these two:',
      "    - VEGF in serum: above the laboratory's own upper limit; where the report",
      "      prints no limit, only the laboratory's own word counts; from before",
      "      treatment of the plasma cells (Scansion's proposal) [1]",
      '    - Papilloedema: stated absent',
    ])
  })

  it('opens a denied group', () => {
    expect(
      words({ kind: 'not', of: [{ kind: 'any', of: [finding('papilledema'), finding('thrombocytosis')] }] }),
    ).toEqual(['  - Neither of these two:', '    - Papilloedema', '    - Thrombocytosis'])
  })
})
