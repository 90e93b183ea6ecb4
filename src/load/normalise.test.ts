import { describe, expect, it } from 'vitest'
import { changed } from '../../test/support/sound-knowledge.ts'
import type { AuthoredNode, Source } from '../schema/index.ts'
import { loadFiles } from './load.ts'
import { citeOf, urlOf } from './normalise/cite.ts'
import { normaliseNode } from './normalise/node.ts'
import { compileKnowledge } from './normalise.ts'
import { readKnowledge } from './read.ts'

const UNITS = new Map([
  ['platelets', '10*9/L'],
  ['vegf-plasma', 'pg/mL'],
  ['m-protein', 'g/dL'],
])
const unitOf = (key: string): string => UNITS.get(key) ?? ''
const normalise = (node: AuthoredNode) => normaliseNode(node, unitOf)

describe('normaliseNode', () => {
  it.each<[AuthoredNode, object]>([
    [{ finding: 'fever' }, { kind: 'finding', key: 'fever', time: 'ever' }],
    [
      { finding: 'fever', time: 'latest', unexplained: true, site: 'ear', label: 'hot', proposal: true },
      { kind: 'finding', key: 'fever', time: 'latest', unexplained: true, site: 'ear', label: 'hot', proposal: true },
    ],
    [
      { is: 'platelets', value: '>= 450 10*3/uL' },
      {
        kind: 'is',
        key: 'platelets',
        time: 'ever',
        threshold: { comparator: '>=', value: 450, text: '>= 450 10*3/uL' },
      },
    ],
    [
      { is: 'vegf-plasma', time: 'before-treatment', above: 'limit', 'or-without-limit': '> 200 pg/mL' },
      {
        kind: 'is',
        key: 'vegf-plasma',
        time: 'before-treatment',
        limit: 'above',
        orWithoutLimit: { comparator: '>', value: 200, text: '> 200 pg/mL' },
      },
    ],
    [
      { is: 'platelets', below: 'limit' },
      { kind: 'is', key: 'platelets', time: 'ever', limit: 'below' },
    ],
    [
      { 'one-of': 'light-chain', values: ['kappa'] },
      { kind: 'one-of', key: 'light-chain', time: 'ever', values: ['kappa'] },
    ],
    [{ not: { rule: 'swelling' } }, { kind: 'not', of: [{ kind: 'rule', id: 'swelling' }] }],
    [
      { 'at-least': 2, of: [{ rule: 'a' }, { rule: 'b' }] },
      {
        kind: 'at-least',
        n: 2,
        of: [
          { kind: 'rule', id: 'a' },
          { kind: 'rule', id: 'b' },
        ],
      },
    ],
    [
      { within: '8 wk', of: [{ finding: 'a' }, { finding: 'b' }], order: 'first-before-second' },
      {
        kind: 'within',
        days: 56,
        text: '8 wk',
        ordered: true,
        of: [
          { kind: 'finding', key: 'a', time: 'ever' },
          { kind: 'finding', key: 'b', time: 'ever' },
        ],
      },
    ],
    [
      { change: 'm-protein', from: 'before-treatment', by: '<= -50 %', 'same-assay': true },
      {
        kind: 'change',
        key: 'm-protein',
        from: 'before-treatment',
        by: { comparator: '<=', value: -50, text: '<= -50 %' },
        percent: true,
        sameAssay: true,
      },
    ],
    [
      {
        course: {
          for: ['cidp'],
          with: ['ivig'],
          response: ['none'],
          line: 1,
          state: 'ended',
          'ended-before': '2024-01-01',
        },
      },
      {
        kind: 'course',
        for: ['cidp'],
        with: ['ivig'],
        response: ['none'],
        line: 1,
        state: 'ended',
        endedBefore: '2024-01-01',
      },
    ],
  ])('compiles %o', (authored, compiled) => {
    expect(normalise(authored)).toEqual(compiled)
  })

  it('keeps the order of a window only where it is asked for', () => {
    const of: AuthoredNode[] = [{ finding: 'a' }, { finding: 'b' }]
    expect(normalise({ within: '1 d', of })).toMatchObject({ ordered: false })
    expect(normalise({ within: '1 d', of, order: 'any' })).toMatchObject({ ordered: false })
  })

  it('switches off every leaf under an unverified group, and a window with an unverified side', () => {
    expect(normalise({ unverified: true, any: [{ finding: 'a' }, { not: { finding: 'b' } }] })).toMatchObject({
      of: [{ unverified: true }, { kind: 'not', of: [{ unverified: true }] }],
    })
    expect(normalise({ within: '1 d', of: [{ finding: 'a' }, { finding: 'b', unverified: true }] })).toMatchObject({
      unverified: true,
    })
    expect(normalise({ any: [{ finding: 'a' }, { finding: 'b', unverified: true }] })).not.toHaveProperty('unverified')
  })
})

describe('compileKnowledge', () => {
  const knowledge = compileKnowledge(readKnowledge(changed()).authored, '1.2.3')

  it('compiles every kind of entry', () => {
    expect(knowledge.findings.platelets).toEqual({ label: 'Platelets', kind: 'measurement', unit: '10*9/L' })
    expect(knowledge.rules.swelling).toMatchObject({
      id: 'swelling',
      review: 'drafted',
      presentWhen: { key: 'oedema' },
      askWhen: [{ id: 'swelling-by-judgement' }],
    })
    expect(knowledge.measured).toMatchObject([
      { measurement: 'platelets', withinMeansAbsent: true, makes: [{ withoutLimit: { value: 450 } }] },
    ])
    expect(knowledge.confounders).toMatchObject([
      { id: 'low-platelets', below: { key: 'platelets', threshold: { comparator: '<', value: 10 } } },
    ])
    expect(knowledge.workup.count).toEqual({
      title: 'Blood count',
      question: 'How many platelets are there?',
      answers: ['platelets'],
      step: 1,
      order: 1,
      burden: 'blood',
      traps: [{ says: 'Clumps make the count too low.', proposal: true }],
      sources: [{ work: 'work-one', at: 'table 5' }],
    })
    expect(knowledge.sources['work-one']).toEqual({ cite: 'Author A et al., Journal 2020' })
    expect(knowledge.settings).toMatchObject({ defaultCriteria: 'set-one', redFlags: ['flag-one'], dueWithinDays: 30 })
    expect(knowledge.phrases['flag.one']).toBe('Look again.')
  })

  it('leaves unverified conflicts to the library', () => {
    const off = changed({
      file: 'conflicts/how-many.yaml',
      replace: 'does: Takes',
      with: 'unverified: true\ndoes: Takes',
    })
    expect(compileKnowledge(readKnowledge(off).authored, '1').conflicts).toEqual({})
  })

  it('carries the version of the package and a hash of the knowledge', () => {
    expect(loadFiles(changed(), { version: '1.2.3' }).knowledge?.version).toMatch(/^1\.2\.3\+[0-9a-f]{12}$/)
  })
})

describe('citeOf', () => {
  const work: Source = {
    title: 'A very long title of a work that nobody would want to read in a table',
    kind: 'paper',
    read: 'abstract',
  }
  it.each<[Partial<Source>, string]>([
    [{ authors: 'Dispenzieri A', journal: 'Am J Hematol', year: 2023 }, 'Dispenzieri A, Am J Hematol 2023'],
    [
      { authors: 'Dispenzieri A, Kyle RA, Lacy MQ', journal: 'Blood 101(7)', year: 2003 },
      'Dispenzieri A et al., Blood 2003',
    ],
    [{ authors: 'Abeykoon JP, et al.', year: 2017 }, 'Abeykoon JP et al., 2017'],
    [{ authors: 'One A, Two B' }, 'One A and Two B'],
    [{ title: `[${work.title}]`, year: 2001 }, '[A very long title of a work that nobody would …], 2001'],
    [{}, 'A very long title of a work that nobody would …'],
  ])('shortens %o', (fields, cite) => {
    expect(citeOf({ ...work, ...fields })).toBe(cite)
  })

  it('finds the address of a work', () => {
    expect(urlOf({ ...work, doi: '10.1/x', pmid: '1' })).toBe('https://doi.org/10.1/x')
    expect(urlOf({ ...work, pmid: '1' })).toBe('https://pubmed.ncbi.nlm.nih.gov/1/')
    expect(urlOf(work)).toBeUndefined()
  })
})
