import { describe, expect, it } from 'vitest'
import { one, type Refused } from '../../../test/support/refused.ts'
import { REFUSED_CARE } from '../../../test/support/refused-care.ts'
import { changed, SOUND_GAPS } from '../../../test/support/sound-knowledge.ts'
import { loadFiles } from '../load.ts'
import { LINTS } from './registry.ts'

const SET = 'rules/criteria/set-one.yaml'
const DERIVED = 'rules/derived/swelling.yaml'
const FLAG = 'rules/red-flags/flag-one.yaml'
const NAME_FILE = 'names/de.yaml'
const name = (why: string, key: string, what: RegExp) => {
  const names = `names:\n  ${key}: { label: Name, code: "HP:0000001" }\n`
  const changes = [{ file: NAME_FILE, with: `sources: [{ work: work-one, at: abstract }]\n${names}` }]
  return { lint: 'name-invalid', why, changes, at: `knowledge/${NAME_FILE}:3`, what }
}
const CODE = [{ path: 'src/x.ts', text: "\n  say(engine, 'caution.kappa')" }]

const REFUSED: readonly Refused[] = [
  {
    lint: 'settings',
    why: 'no settings',
    changes: [{ file: 'settings.yaml' }],
    at: 'knowledge/settings.yaml:1',
    what: /no settings/,
  },
  one(
    'settings',
    'a set that is no rule',
    'settings.yaml',
    'criteria: [set-one]',
    'criteria: [set-one, set-two]',
    'settings.yaml:2',
    /"set-two" is no rule/,
  ),
  one(
    'settings',
    'a default that is not shown',
    'settings.yaml',
    'criteria: [set-one]',
    'criteria: [swelling]',
    'settings.yaml:1',
    /not among the criteria/,
  ),
  one(
    'unknown-key',
    'a misspelt leaf',
    SET,
    'finding: fever',
    'finding: fevr',
    `${SET}:8`,
    /"fevr" is no finding, rule or judgement/,
  ),
  one(
    'unknown-key',
    'a rule that is not there',
    SET,
    'rule: swelling',
    'rule: fever',
    `${SET}:5`,
    /"fever" is no rule/,
  ),
  one(
    'unknown-key',
    'a judgement nobody asks for',
    SET,
    'given: { oedema: absent }',
    'given: { swelling-by-chance: absent }',
    `${SET}:15`,
    /"swelling-by-chance"/,
  ),
  one(
    'unknown-key',
    'a test that answers nothing known',
    'workup/count.yaml',
    '[platelets]',
    '[platelet-count]',
    'workup/count.yaml:3',
    /"platelet-count"/,
  ),
  one(
    'finding-form',
    'a measurement without unit',
    'findings/platelets.yaml',
    'unit: 10*9/L\n',
    '',
    'findings/platelets.yaml:1',
    /without a unit/,
  ),
  one(
    'finding-form',
    'a unit that is not UCUM',
    'findings/platelets.yaml',
    '10*9/L',
    'G/L',
    'findings/platelets.yaml:5',
    /"G\/L"/,
  ),
  one(
    'finding-form',
    'values on a finding',
    'findings/fever.yaml',
    'kind: finding',
    'kind: finding\nvalues: [high]',
    'findings/fever.yaml:4',
    /values on a finding/,
  ),
  one(
    'rule-form',
    'both forms at once',
    DERIVED,
    'present-when:',
    'when: { finding: fever }\npresent-when:',
    `${DERIVED}:1`,
    /both when and present-when/,
  ),
  one('rule-form', 'a comparison with nothing', SET, ', value: ">= 450 10*3/uL"', '', `${SET}:9`, /asks nothing/),
  one('rule-form', 'more than there are', SET, 'at-least: 1', 'at-least: 3', `${SET}:6`, /at least 3 of 2/),
  one(
    'kind-mismatch',
    '`is` of a finding',
    SET,
    'is: platelets, value: ">= 450 10*3/uL"',
    'is: oedema, value: ">= 1"',
    `${SET}:9`,
    /oedema is a finding, not a number/,
  ),
  one(
    'kind-mismatch',
    '`finding` of a measurement',
    SET,
    'finding: fever',
    'finding: platelets',
    `${SET}:8`,
    /platelets is a measurement/,
  ),
  one(
    'kind-mismatch',
    'a value that is no choice',
    SET,
    'values: [kappa]',
    'values: [gamma]',
    `${SET}:11`,
    /"gamma" is no value of light-chain/,
  ),
  one(
    'kind-mismatch',
    'a label that is no choice',
    FLAG,
    'for: [cidp]',
    'for: [cipd]',
    `${FLAG}:4`,
    /"cipd" is no value of treated-as/,
  ),
  one(
    'unit-mismatch',
    'a mass for a count',
    SET,
    '10*3/uL',
    'mg/dL',
    `${SET}:9`,
    /cannot be compared with platelets, which is in 10\*9\/L/,
  ),
  one('unit-mismatch', 'no unit', SET, ' 10*3/uL', '', `${SET}:9`, /no unit/),
  one(
    'unit-mismatch',
    'in a confounder',
    'confounders/low-platelets.yaml',
    '10 10*9/L',
    '10 g/L',
    'confounders/low-platelets.yaml:3',
    /platelets/,
  ),
  one(
    'rule-cycle',
    'through another rule',
    DERIVED,
    'present-when: { finding: oedema }',
    'present-when: { rule: set-one }',
    `${SET}:5`,
    /swelling → set-one → swelling/,
  ),
  one(
    'unverified-on',
    'the mark without the flag',
    'workup/count.yaml',
    'too low.',
    'too low [unverified].',
    'workup/count.yaml:8',
    /marked \[unverified\]/,
  ),
  one(
    'unverified-on',
    'the flag set to false',
    SET,
    'finding: fever',
    'finding: fever\n          unverified: false',
    `${SET}:9`,
    /unverified: false/,
  ),
  one(
    'unverified-on',
    'a reference switched off',
    SET,
    'rule: swelling',
    'rule: swelling\n      unverified: true',
    `${SET}:5`,
    /cannot be switched off/,
  ),
  one(
    'unverified-on',
    'in a sentence',
    'phrases/en/all.yaml',
    'Look again.',
    'Look again [unverified].',
    'phrases/en/all.yaml:3',
    /marked/,
  ),
  one('statement-without-source', 'a caution', SET, ', proposal: true', '', `${SET}:11`, /caution kappa has no source/),
  one(
    'statement-without-source',
    'a question',
    DERIVED,
    '    proposal: true\n',
    '',
    `${DERIVED}:8`,
    /question swelling-by-judgement/,
  ),
  one(
    'statement-without-source',
    'what counts',
    'findings/fever.yaml',
    'group: general',
    'group: general\ncounts: [38 °C]',
    'findings/fever.yaml:5',
    /what counts has no source/,
  ),
  one(
    'statement-without-source',
    'a test',
    'workup/count.yaml',
    'sources: [{ work: work-one, at: table 5 }]\n',
    '',
    'workup/count.yaml:1',
    /the test has no source/,
  ),
  one(
    'statement-without-source',
    'a trap',
    'workup/count.yaml',
    ', proposal: true',
    '',
    'workup/count.yaml:8',
    /the trap has no source/,
  ),
  one(
    'statement-without-source',
    'a confounder',
    'confounders/low-platelets.yaml',
    'proposal: true\n',
    '',
    'confounders/low-platelets.yaml:1',
    /the confounder has no source/,
  ),
  one(
    'absence-without-source',
    'an absence of several parts',
    DERIVED,
    'not: { finding: oedema }',
    'all: [{ not: { finding: oedema } }, { not: { finding: fever } }]',
    `${DERIVED}:5`,
    /absence has no source/,
  ),
  one('source-unknown', 'a work without file', DERIVED, 'work-one', 'work-on', `${DERIVED}:3`, /no work "work-on"/),
  {
    lint: 'source-uncited',
    why: 'a work nobody cites',
    changes: [{ file: 'sources/work-two.yaml', with: 'title: Two\nkind: paper\nread: title\n' }],
    at: 'knowledge/sources/work-two.yaml:1',
    what: /cited nowhere/,
  },
  {
    lint: 'phrase-file',
    why: 'sentences outside a language',
    changes: [{ file: 'phrases/more.yaml', with: 'a.b: "x"\n' }],
    at: 'knowledge/phrases/more.yaml:1',
    what: /is no language/,
  },
  one('phrase-unknown', 'said by a rule', FLAG, 'flag.one', 'flag.two', `${FLAG}:3`, /no phrase "flag.two"/),
  {
    lint: 'phrase-unknown',
    why: 'said by the code',
    changes: [],
    code: [{ path: 'src/x.ts', text: "say(report, 'no-phrase')\n  say(this.engine, 'no.such')" }],
    at: 'src/x.ts:2',
    what: /no phrase "no.such"/,
  },
  one(
    'phrase-invalid',
    'a brace left open',
    'phrases/en/all.yaml',
    '{finding}',
    '{finding',
    'phrases/en/all.yaml:2',
    /not an ICU message/,
  ),
  {
    lint: 'phrase-invalid',
    why: 'a sentence English does not have',
    changes: [{ file: 'phrases/de/all.yaml', with: 'flag.zwei: "x"\n' }],
    at: 'knowledge/phrases/de/all.yaml:1',
    what: /en has no such sentence/,
  },
  {
    lint: 'guide-invalid',
    why: 'a brace left open',
    changes: [{ file: 'guide/en/page.yaml', with: 'guide.page.one: "{name"\n' }],
    at: 'knowledge/guide/en/page.yaml:1',
    what: /not an ICU message/,
  },
  {
    lint: 'guide-invalid',
    why: 'a sentence English does not have',
    changes: [{ file: 'guide/de/page.yaml', with: 'glossary.vegf.term: "VEGF"\nguide.page.zwei: "x"\n' }],
    at: 'knowledge/guide/de/page.yaml:2',
    what: /guide.page.zwei: en has no such sentence/,
  },
  {
    lint: 'guide-invalid',
    why: 'works behind no sentence',
    changes: [{ file: 'guide-sources.yaml', with: 'guide.page.lost: [{ work: work-one, at: abstract }]\n' }],
    at: 'knowledge/guide-sources.yaml:1',
    what: /no sentence "guide.page.lost"/,
  },
  name('a name of no finding', 'fevre', /no finding "fevre"/),
  name('a code that is not exactly the finding', 'fever', /HP:0000001 is not exactly fever/),
  {
    lint: 'phrase-unused',
    why: 'said nowhere',
    changes: [{ file: 'phrases/en/more.yaml', with: 'note.lost: "x"\n' }],
    code: CODE,
    at: 'knowledge/phrases/en/more.yaml:1',
    what: /note.lost is said nowhere/,
  },
  one(
    'example-wanting',
    'no example that fails',
    DERIVED,
    '  - given: { oedema: absent }\n    then: not-met\n',
    '',
    `${DERIVED}:12`,
    /every example meets/,
  ),
  one(
    'example-wanting',
    'no example that is met',
    DERIVED,
    '  - given: { oedema: present }\n    then: met\n',
    '',
    `${DERIVED}:12`,
    /no example meets/,
  ),
  {
    lint: 'finding-unused',
    why: 'a finding no rule reads',
    changes: [{ file: 'findings/cough.yaml', with: 'label: Cough\nplain: Coughing.\nkind: finding\ngroup: general\n' }],
    at: 'knowledge/findings/cough.yaml:1',
    what: /no rule reads it/,
  },
  one(
    'alias-shared',
    'one name for two',
    'findings/oedema.yaml',
    'group: general',
    'group: general\naliases: [Pyrexia]',
    'findings/oedema.yaml:5',
    /"pyrexia" is also a name of fever/,
  ),
  one('example-fails', 'another verdict', SET, 'then: met', 'then: not-met', `${SET}:14`, /says not-met, is met/),
  one(
    'example-fails',
    'another first question',
    SET,
    'missing: [platelets, fever]',
    'missing: [fever]',
    `${SET}:19`,
    /says fever, asks platelets, fever/,
  ),
  one(
    'example-fails',
    'a value that cannot be read',
    SET,
    'platelets: 450 10*9/L',
    'platelets: many',
    `${SET}:13`,
    /"many" is neither/,
  ),
  one(
    'never-met',
    'parts that exclude each other',
    SET,
    'rule: swelling',
    'not: { rule: swelling }\n    - finding: oedema',
    `${SET}:3`,
    /no record can meet it/,
  ),
  one(
    'never-met',
    'an absence behind the presence',
    DERIVED,
    'not: { finding: oedema }',
    'all: [{ finding: oedema }, { finding: fever }]',
    `${DERIVED}:5`,
    /absence can never be earned/,
  ),
  one(
    'never-met',
    'a caution that cannot be',
    SET,
    'when: { one-of: light-chain, values: [kappa] }',
    'when: { all: [{ finding: fever }, { not: { finding: fever } }] }',
    `${SET}:11`,
    /caution kappa can never hold/,
  ),
  {
    lint: 'never-met',
    why: 'a set that says no to nobody',
    changes: [
      { file: DERIVED, replace: 'absent-when:\n  not: { finding: oedema }\nask-when:', with: 'ask-when:' },
      {
        file: DERIVED,
        replace:
          '  - id: swelling-by-judgement\n    when: { finding: fever }\n    question: Is it swelling?\n    proposal: true\n',
        with: '',
      },
      { file: DERIVED, replace: 'ask-when:\n', with: '' },
      {
        file: SET,
        replace:
          '    - at-least: 1\n      of:\n        - finding: fever\n        - { is: platelets, value: ">= 450 10*3/uL" }\n',
        with: '',
      },
    ],
    at: `knowledge/${SET}:3`,
    what: /set-one: no record can fail it/,
  },
  one(
    'kleene-gaps',
    'a question whose answer does not matter',
    SET,
    '- finding: fever',
    '- finding: fever\n        - not: { finding: fever }',
    'kleene-gaps.json:1',
    /not listed: set-one: .*→ met/,
  ),
  {
    lint: 'kleene-gaps',
    why: 'no list',
    changes: [],
    gaps: undefined,
    at: 'knowledge/kleene-gaps.json:1',
    what: /is not there/,
  },
  {
    lint: 'kleene-gaps',
    why: 'a place that is no more',
    changes: [],
    gaps: '{ "checked": ["set-one"], "gaps": [{ "rule": "set-one", "known": {}, "always": "met", "why": "w" }] }',
    at: 'knowledge/kleene-gaps.json:1',
    what: /no longer so/,
  },
  ...REFUSED_CARE,
]

describe('the linters', () => {
  it('find nothing in sound knowledge', () => {
    const loaded = loadFiles(changed(), { gaps: SOUND_GAPS, code: CODE })
    expect(loaded.problems).toEqual([])
    expect(loaded.warnings).toEqual([])
    expect(loaded.knowledge?.rules['set-one']?.title).toBe('A set')
  })

  it.each(REFUSED)('$lint refuses: $why', ({ lint, changes, at, what, ...beside }) => {
    const { problems, warnings } = loadFiles(changed(...changes), { gaps: SOUND_GAPS, ...beside })
    const list = LINTS.find(({ id }) => id === lint)?.severity === 'error' ? problems : warnings
    const found = list.filter((problem) => problem.code === lint)
    expect(found.map((problem) => problem.what).join('\n')).toMatch(what)
    expect(found.map((problem) => problem.at)).toContain(at)
  })

  it('each have a refused fixture, an id of their own and a description', () => {
    const ids = LINTS.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !REFUSED.some(({ lint }) => lint === id))).toEqual([])
    for (const lint of LINTS) expect(lint.describe).toMatch(/\.$/)
  })
})
