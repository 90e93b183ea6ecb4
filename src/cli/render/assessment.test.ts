import { describe, expect, it } from 'vitest'
import { assessment, fact, group, leaf, madeUpKnowledge, rule, set } from '../../../test/support/assessment.ts'
import type { Assessment } from '../../schema/assessment.ts'
import { drawAssessment } from './assessment.ts'
import { inks } from './ink.ts'
import { columns } from './text.ts'

function draw(
  partial: Partial<Assessment> = {},
  options: { all?: boolean; sections?: ReadonlySet<string>; width?: number } = {},
): string {
  const drawing = { knowledge: madeUpKnowledge, width: 80, ink: inks(false), all: false, ...options }
  return drawAssessment(assessment(partial), { input: 'a.json' }, drawing)
}

/** A part by its heading. */
function part(page: string, heading: string): string {
  return page.split('\n\n').find((text) => text.startsWith(heading)) ?? ''
}

const cited = (work: string, at = 'abstract') => [{ work, at }]
type Tree = Parameters<typeof set>[0] extends infer P ? (NonNullable<P> extends { tree?: infer T } ? T : never) : never
const withTree = (tree: ReturnType<typeof rule>) => ({ criteria: [set({ tree: tree as Tree })] })

describe('the head', () => {
  it('names the subject, the day and the input', () => {
    expect(draw().split('\n').slice(1, 3)).toEqual(['someone, female, 52 years · as of 2024-12-31', 'a.json'])
  })

  it('says what is not stated, and that a record without a calendar has no day', () => {
    const page = draw({ subject: { id: 'x' }, asOf: null })
    expect(page).toContain('x, sex not stated, age not stated')
    expect(page).toContain('without a calendar')
  })
})

describe('the letters', () => {
  const letter = (acronym: string, name: string, word: string, value: true | false | 'unknown', undecided = false) => ({
    acronym,
    letter: name,
    rule: word,
    word,
    value,
    flagged: false,
    undecided,
  })

  it('give each its sign and its word', () => {
    const page = draw({
      letters: [
        letter('POEMS', 'P', 'nerves', true),
        letter('POEMS', 'O', 'organs', false),
        letter('POEMS', 'E', 'hormones', 'unknown'),
        letter('POEMS', 'M', 'protein', 'unknown', true),
      ],
    })
    expect(page).toMatch(/P ● nerves +present/)
    expect(page).toMatch(/O ○ organs +absent/)
    expect(page).toMatch(/E ◌ hormones +not stated/)
    expect(page).toMatch(/M ◐ protein +undecided/)
  })

  it('stand side by side where the width allows, else one below the other', () => {
    const letters = [letter('POEMS', 'P', 'nerves', true), letter('PEST', 'T', 'platelets', false)]
    expect(draw({ letters })).toMatch(/P ● nerves {2}present {4}T ○ platelets {2}absent/)
    expect(draw({ letters }, { width: 40 })).toMatch(/P ● nerves {2}present\n\n {2}T ○ platelets {2}absent/)
  })
})

describe('the conclusion', () => {
  it('leads with the sign of the verdict and a capital letter', () => {
    expect(part(draw(), 'Conclusion')).toBe('Conclusion\n  ◈ The made-up criteria cannot be decided yet.')
  })

  it('tells a diagnosis on record before the verdict, a red flag after it, and signs only the verdict', () => {
    const { conclusion } = assessment()
    const say = (id: string, text: string) => ({ id, args: {}, text })
    const sentences = [
      say('conclusion.recorded', 'POEMS is recorded.'),
      say('conclusion.undecided', 'the criteria cannot be decided yet.'),
      say('conclusion.next', 'Next: VEGF.'),
      say('red-flag.cidp', 'Red flag: look again.'),
    ]
    expect(
      part(draw({ conclusion: { ...conclusion, sentences } }), 'Conclusion')
        .split('\n')
        .slice(1),
    ).toEqual([
      '  POEMS is recorded.',
      '  ◈ The criteria cannot be decided yet.',
      '    Next: VEGF.',
      '  ▲ Red flag: look again.',
    ])
  })

  it('has no sign where nothing gives a reason to look', () => {
    const { conclusion } = assessment()
    expect(part(draw({ conclusion: { ...conclusion, indication: 'unknown' } }), 'Conclusion')).toContain(
      '\n  The made-up',
    )
  })
})

describe('the table of sets', () => {
  it('shows verdict, grade or category, and the first that is missing; weak is not called met', () => {
    const page = draw({
      criteria: [
        set({ value: 'met', grade: 'weak' }),
        set({
          id: 'b',
          title: 'the second',
          category: { low: 'possible', high: 'definite' },
          missing: [{ key: 'x', label: 'Fundoscopy', advice: 'order' }],
        }),
        set({ id: 'c', title: 'third', value: 'not-met', eligible: false, proposal: true }),
      ],
    })
    const table = part(page, 'Criteria sets')
    expect(table).toMatch(/Made-up criteria +◆ counts reached +weak\n +\(default\)/)
    expect(table).toMatch(/Second +◈ undetermined +possible–definite +Fundoscopy/)
    expect(table).toMatch(/Third \(Scansion's +◇ not met +not eligible/)
  })
})

describe('the reasons', () => {
  it('show what holds with fact, day and place, cite each work once, and gather what is not stated', () => {
    const page = draw(
      withTree(
        rule('made-up', 'Made-up criteria', 'unknown', [
          group('all', 'unknown', [
            rule(
              'nerves',
              'Nerves',
              true,
              [
                group('any', true, [leaf('Polyneuropathy', true), leaf('Weakness', 'unknown')], {
                  branch: 'present-when',
                }),
              ],
              {
                sources: cited('w1'),
              },
            ),
            leaf('Papilloedema', 'unknown', { sources: cited('w2') }),
            leaf('Ascites', 'unknown'),
          ]),
        ]),
      ),
    )
    expect(part(page, 'Reasons').split('\n')).toEqual([
      'Reasons: Made-up criteria',
      '  ◈ undetermined; asks for all 3 of these',
      '  ├─◆ Nerves: met [1]',
      `  │ └─● Polyneuropathy: present, 2024-03-18${' '.repeat(25)}#/findings/0`,
      '  └─◌ not stated: Papilloedema; Ascites',
    ])
    expect(page).toContain('[1] First A, Journal 2001: abstract')
    expect(page).not.toContain('Second B')
  })

  it('show an earned absence by the facts that earn it', () => {
    const page = draw(
      withTree(
        rule('made-up', 'Made-up criteria', false, [
          rule('eyes', 'Eyes', false, [
            group('any', true, [group('not', true, [leaf('Papilloedema', false)])], { branch: 'absent-when' }),
          ]),
        ]),
      ),
    )
    expect(page).toMatch(/◇ Eyes: not met\n.*○ Papilloedema: absent, 2024-03-18/)
  })

  it('take a finding for silent of which only the sex is known', () => {
    const hormones = rule('hormones', 'Hormones', 'unknown', [
      group('any', 'unknown', [leaf('Hypogonadism', 'unknown')], { branch: 'present-when' }),
      group('all', 'unknown', [leaf('Sex male', true)], { branch: 'absent-when' }),
    ])
    const page = draw(
      withTree(
        rule('made-up', 'Made-up criteria', 'unknown', [
          group('all', 'unknown', [hormones, leaf('Ascites', 'unknown')]),
        ]),
      ),
    )
    expect(page).toContain('◌ not stated: Hormones; Ascites')
  })

  it('tell an unclear fact from silence, and why it is unclear', () => {
    const unclear = leaf('VEGF above the limit', 'unknown', {
      facts: [fact({ says: '480 pg/mL', limit: undefined })],
      reason: 'limit-not-stated',
    })
    const page = draw(withTree(rule('made-up', 'Made-up criteria', 'unknown', [unclear])))
    expect(page).toMatch(
      /◐ VEGF above the limit: undecided: 480 pg\/mL, 2024-03-18 \(the laboratory's\n +limit is not stated\)/,
    )
  })

  it('mark what is flagged, resolved, undated, converted or our own proposal', () => {
    const facts = [
      fact({ flag: 'Counts, but flagged.', date: 'undated' }),
      fact({ says: '12 g/dL', given: '120 g/L', date: 'baseline' }),
    ]
    const page = draw(
      withTree(
        rule('made-up', 'Made-up criteria', true, [leaf('Oedema', true, { facts, resolved: true, proposal: true })]),
      ),
    )
    expect(page).toContain('Oedema: present, undated; absent at the latest look (flagged)')
    expect(page).toMatch(/\(Scansion's\n +proposal\)/)
    expect(page).toContain('also 12 g/dL (printed: 120 g/L), at presentation')
    expect(part(page, 'With reservation')).toContain('flagged Counts, but flagged.')
  })

  it('with --all show every branch of every set, a shared finding once', () => {
    const nerves = rule('nerves', 'Nerves', 'unknown', [
      group('any', 'unknown', [leaf('Tingling', 'unknown')], { branch: 'present-when' }),
    ])
    const tree = (id: string) => rule(id, id, 'unknown', [group('all', 'unknown', [nerves])]) as Tree
    const page = draw(
      { criteria: [set({ tree: tree('made-up') }), set({ id: 'b', title: 'Second', tree: tree('b') })] },
      { all: true },
    )
    expect(page.match(/Tingling: not stated/g)).toHaveLength(1)
    expect(part(page, 'Reasons: Second')).toContain('Nerves: undetermined (as above)')
  })
})

describe('the rest of the page', () => {
  const reason = {
    id: 'f',
    level: 'high',
    statement: { id: 's', args: {}, text: 'Treated as something else.' },
    tree: set().tree,
    sources: cited('w1'),
  }

  it('raises red flags with their level, and says why a flag is quiet', () => {
    expect(part(draw({ redFlags: { value: true, level: 'high', reasons: [reason] } }), 'Red flags')).toContain(
      '▲ Treated as something else. Level: high. [1]',
    )
    const quiet = part(draw({ redFlags: { value: false, quiet: 'poems-syndrome', reasons: [reason] } }), 'Red flags')
    expect(quiet).toContain('Not raised: POEMS syndrome is recorded.')
    expect(quiet).not.toContain('▲')
  })

  it('shows both sides where works disagree', () => {
    const text = part(draw({ criteria: [set({ conflicts: ['dispute'] })] }), 'The works disagree')
    expect(text).toContain('- Much. [1]')
    expect(text).toContain('- Little. [2]')
    expect(text).toContain("Scansion: Counts it. (Scansion's proposal)")
  })

  it('tells each problem with code, place, what and how to mend it', () => {
    const problems = [{ code: 'unit-missing', at: 'a.json#/measurements/0', what: 'no unit', hint: 'write one' }]
    expect(part(draw({ problems }), 'Problems')).toBe(
      'Problems in the input\n  ▲ unit-missing  a.json#/measurements/0\n    no unit\n    mend: write one',
    )
  })

  it('ends with what it is not, and how far it was checked', () => {
    const page = draw()
    expect(page).toContain('it is not a prescription')
    expect(page).toContain('drafted from sources, not yet reviewed by a clinician')
  })

  it('shows only the sections asked for, and the problems always', () => {
    const problems = [{ code: 'unit-missing', at: 'a', what: 'w', hint: 'h' }]
    const page = draw({ problems }, { sections: new Set(['conclusion']) })
    expect(page).toContain('Conclusion')
    expect(page).toContain('Problems in the input')
    expect(page).not.toContain('Criteria sets')
    expect(page).not.toContain('Reasons')
  })

  it('obeys no control character of a record', () => {
    const page = draw({ subject: { id: 'x\u001b[2J\u0007y' } })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
    expect(page).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/)
    expect(page).toContain('x␛[2J␇y')
  })

  it.each([40, 80, 100])('never runs past %i columns', (width) => {
    const long = 'a very long label that goes on and on '.repeat(5).trim()
    const deep = (depth: number): ReturnType<typeof rule> =>
      depth === 0
        ? leaf(long, true, { facts: [fact({ at: `folder/${'x'.repeat(90)}.json#/findings/3` })] })
        : group('any', true, [deep(depth - 1), leaf('b', true)])
    const page = draw(withTree(rule('made-up', long, true, [deep(5)])), { width })
    expect(Math.max(...page.split('\n').map(columns))).toBeLessThanOrEqual(width)
  })
})
