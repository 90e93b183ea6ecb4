import type { SourceFile } from '../../src/load/read/files.ts'
import { SOUND_CARE } from './sound-care.ts'

/** A small sound `knowledge` folder: every kind of file once, nothing that any linter finds fault with. */
export const SOUND: Readonly<Record<string, string>> = {
  ...SOUND_CARE,
  'sources/work-one.yaml': `title: A made-up work
authors: Author A, et al.
journal: Journal 12(3)
year: 2020
kind: paper
read: abstract
`,
  'findings/fever.yaml': `label: Fever
plain: The body is too warm.
kind: finding
group: general
aliases: [pyrexia]
`,
  'findings/oedema.yaml': `label: Oedema
plain: Fluid in the legs.
kind: finding
group: general
counts: [pitting]
sources: [{ work: work-one, at: abstract }]
`,
  'findings/thrombocytosis.yaml': `label: Thrombocytosis
plain: Too many platelets.
kind: finding
group: blood
codes:
  - { system: SNOMED CT, code: "6631009", display: Thrombocytosis, relation: exact, seen: a file }
`,
  'findings/platelets.yaml': `label: Platelets
plain: Small cells that stop bleeding.
kind: measurement
group: blood
unit: 10*9/L
`,
  'findings/light-chain.yaml': `label: Light chain
plain: A part of an antibody.
kind: choice
group: clone
values: [kappa, lambda]
`,
  'findings/treated-as.yaml': `label: Treated as
plain: What the illness was called before.
kind: choice
group: treatment
values: [cidp, other]
`,
  'findings/ivig.yaml': `label: Immunoglobulin
plain: Antibodies given into a vein.
kind: treatment
group: treatment
`,
  'findings/poems-syndrome.yaml': `label: POEMS syndrome
plain: The disease.
kind: diagnosis
group: diagnosis
`,
  'rules/derived/swelling.yaml': `title: Swelling
plain: The legs swell.
sources: [{ work: work-one, at: table 1 }]
present-when: { finding: oedema }
absent-when:
  not: { finding: oedema }
ask-when:
  - id: swelling-by-judgement
    when: { finding: fever }
    question: Is it swelling?
    proposal: true
examples:
  - given: { oedema: present }
    then: met
  - given: { oedema: absent }
    then: not-met
`,
  'rules/criteria/set-one.yaml': `title: A set
sources: [{ work: work-one, at: table 2 }]
when:
  all:
    - rule: swelling
    - at-least: 1
      of:
        - finding: fever
        - { is: platelets, value: ">= 450 10*3/uL" }
cautions:
  - { id: kappa, when: { one-of: light-chain, values: [kappa] }, says: caution.kappa, proposal: true }
examples:
  - given: { oedema: present, platelets: 450 10*9/L }
    then: met
  - given: { oedema: absent }
    then: not-met
  - given: { oedema: present }
    then: undetermined
    missing: [platelets, fever]
`,
  'rules/red-flags/flag-one.yaml': `title: A flag
sources: [{ work: work-one, at: table 3 }]
says: flag.one
when: { course: { for: [cidp], with: [ivig], response: [none] } }
examples:
  - given: { course: cidp with ivig response none }
    then: met
  - given: { oedema: present }
    then: undetermined
`,
  'measured/platelets.yaml': `measurement: platelets
makes:
  - finding: thrombocytosis
    when: above
    without-limit: ">= 450 10*9/L"
    sources: [{ work: work-one, at: table 4 }]
within-means-absent: true
`,
  'confounders/low-platelets.yaml': `title: A confounder
keys: [oedema]
below: "platelets < 10 10*9/L"
says: confounder.low
proposal: true
`,
  'workup/count.yaml': `title: Blood count
question: How many platelets are there?
answers: [platelets]
step: 1
order: 1
burden: blood
traps:
  - { says: "Clumps make the count too low.", proposal: true }
sources: [{ work: work-one, at: table 5 }]
`,
  'conflicts/how-many.yaml': `topic: How many platelets are too many
positions:
  - { says: From 450., sources: [{ work: work-one, at: table 6 }] }
  - { says: From 500., sources: [{ work: work-one, at: table 7 }] }
does: Takes 450.
about: [thrombocytosis]
`,
  'phrases/en/all.yaml': `caution.kappa: "Kappa is unusual."
confounder.low: "{finding} counts, but flagged."
flag.one: "Look again."
`,
  'settings.yaml': `default-criteria: set-one
criteria: [set-one]
indication: swelling
red-flags: [flag-one]
red-flags-quiet-when: [poems-syndrome]
known-diagnosis: poems-syndrome
due-within-days: 30
acronyms:
  - name: S
    letters: [{ letter: S, rule: swelling, word: swelling }]
`,
}

/** The text of `knowledge/kleene-gaps.json` that goes with `SOUND`. */
export const SOUND_GAPS = '{ "checked": ["set-one"], "gaps": [] }'

/** A change of `SOUND`: a file with one text replaced, a whole file (`with`), or one left out. */
export interface Change {
  readonly file: string
  readonly replace?: string
  readonly with?: string
}

/** The files of `SOUND` with some changes. Throws where a text to replace is not there: then the fixture is wrong. */
export function changed(...changes: readonly Change[]): SourceFile[] {
  const files = new Map<string, string>(Object.entries(SOUND))
  for (const change of changes) {
    const before = files.get(change.file) ?? ''
    if (change.replace !== undefined) {
      if (!before.includes(change.replace)) throw new Error(`${change.file} does not hold ${change.replace}`)
      files.set(change.file, before.replace(change.replace, change.with ?? ''))
    } else if (change.with === undefined) files.delete(change.file)
    else files.set(change.file, change.with)
  }
  return [...files].map(([path, text]) => ({ path, text }))
}
