/** The clinical path of a small sound `knowledge` folder: every kind of file once. */
export const SOUND_CARE: Readonly<Record<string, string>> = {
  'differential/other-illness.yaml': `title: Another illness
for:
  - { says: The body is warm., when: { finding: fever }, proposal: true }
against:
  - { says: The legs swell., when: { rule: swelling }, sources: [{ work: work-one, at: table 8 }] }
evidence:
  - finding: Fever
    key: fever
    when: { finding: fever }
    against: other-illness
    poems: 1 of 10
    other: 5 of 10
    lr: 0.2
    low: 0.1
    high: 0.9
    sources: [{ work: work-one, at: table 9 }]
`,
  'complications/swollen-legs.yaml': `title: Swollen legs
frequency:
  - { says: In half., sources: [{ work: work-one, at: table 8 }] }
screen: [count]
trigger: { finding: oedema }
urgent: { all: [{ finding: oedema }, { finding: fever }] }
actions:
  - { says: Look at the legs., proposal: true }
examples:
  - { given: { oedema: present }, trigger: true }
  - { given: { oedema: absent }, trigger: false }
  - { given: { fever: present }, trigger: unknown }
`,
  'risk/one-factor.yaml': `title: One factor
phase: at-diagnosis
sources: [{ work: work-one, at: table 10 }]
factors:
  - { id: oedema, label: oedema, when: { finding: oedema } }
bands:
  - { from: 0, band: low, says: Nothing to fear. }
  - { from: 1, band: high, says: Something to fear. }
validation:
  - { says: Nobody checked it., proposal: true }
examples:
  - { given: { oedema: present }, low: 1, high: 1, band: high }
  - { given: { oedema: absent }, low: 0, high: 0, band: low }
  - { given: { fever: present }, low: 0, high: 1 }
`,
  'treatment/pathway/start.yaml': `title: Start
step: 0
question: Is there anything to treat?
sources: [{ work: work-one, at: table 11 }]
answers:
  - { id: swollen, when: { finding: oedema }, says: Something to discuss., discuss: [discuss-ivig], next: [after] }
  - { id: well, when: { not: { finding: oedema } }, says: Nothing to discuss. }
examples:
  - { given: { oedema: present }, answer: swollen }
  - { given: { oedema: absent }, answer: well }
  - { given: { fever: present }, answer: undetermined }
`,
  'treatment/pathway/after.yaml': `title: After
step: 1
question: Was it given?
sources: [{ work: work-one, at: table 11 }]
answers:
  - { id: given, when: { finding: ivig }, says: It was given. }
examples:
  - { given: { ivig: present }, answer: given }
`,
  'treatment/regimens/ivig-alone.yaml': `title: Immunoglobulin
drugs: [ivig]
discuss: [discuss-ivig]
outcomes:
  - { n: "10", setting: made up, result: Five improved., sources: [{ work: work-one, at: table 12 }] }
`,
  'treatment/cautions/ivig-fever.yaml': `title: Immunoglobulin in fever
drugs: [ivig]
when: { finding: fever }
check: Is there fever?
level: caution
says: Fever is on record.
proposal: true
examples:
  - { given: { fever: present }, state: applies }
  - { given: { oedema: present }, state: check }
  - { given: { fever: absent }, state: "no" }
`,
  'treatment/considerations/legs-up.yaml': `title: Legs up
when: { finding: oedema }
says: To be weighed.
proposal: true
factors:
  - { says: Oedema., when: { finding: oedema } }
opposing:
  - { says: Fever., when: { finding: fever } }
positions:
  - { says: Up., sources: [{ work: work-one, at: table 13 }] }
  - { says: Down., sources: [{ work: work-one, at: table 14 }] }
`,
  'response/clinical.yaml': `title: The legs
axis: clinical
complete: { says: Thin again., proposal: true }
not-assessable:
  - { says: Nobody looked., proposal: true }
relapse: { says: Swollen again., proposal: true }
items:
  - { key: oedema, better: absent, proposal: true }
`,
  'monitoring/visit.yaml': `title: Visit
proposal: true
tests: [count]
every-months: { on-treatment: 3 }
says: Count every three months.
`,
  'recovery/legs.yaml': `title: Legs
keys: [oedema]
intervals:
  - { from: 0, to: 3, says: Thinner., plain: Thinner., sources: [{ work: work-one, at: table 15 }] }
`,
  'support/legs.yaml': `title: Legs
when: { finding: oedema }
check: Are the legs swollen?
options:
  - { says: Stockings., sources: [{ work: work-one, at: table 16 }] }
`,
  'coding/system.yaml': `title: A system
system: SYS
codes:
  - { code: X1, standing: exact, write: true, read: diagnosis, sources: [{ work: work-one, at: table 17 }] }
`,
  'centres/place.yaml': `title: A centre
place: Somewhere
country: Anywhere
facts:
  - { says: It has a door., sources: [{ work: work-one, at: page 1 }] }
`,
  'glossary/oedema.yaml': `term: Oedema
means: Fluid in the legs.
keys: [oedema]
`,
  'teaching/question.yaml': `title: A question
question: Is it?
answer: It is.
why: Because.
sources: [{ work: work-one, at: table 18 }]
`,
  'pages/page.yaml': `title: A page
sections:
  - heading: A heading
    statements:
      - { says: A statement., sources: [{ work: work-one, at: table 19 }] }
`,
}
