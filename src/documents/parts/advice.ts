import type { Block } from '../blocks.ts'
import type { Person } from '../person.ts'
import type { Stage } from '../stage.ts'
import type { Words } from '../words.ts'
import { itemsOf } from './call.ts'

/** What else is worth saying at a stage, beside its checklist. */
const BESIDE: Readonly<Record<Stage, readonly string[]>> = {
  suspected: ['not-stated', 'expert'],
  diagnosed: ['team', 'expert', 'clots-now', 'rehab'],
  treatment: ['chemo', 'no-dose', 'rehab'],
  'follow-up': ['rehab', 'numbers'],
  caregiver: ['team', 'expert'],
}

/** The checklist of the stage, then the one for those who help. */
export function adviceBlocks(stage: Stage, words: Words): Block[] {
  const beside = BESIDE[stage].map((name): Block => ({ kind: 'paragraph', ...words.told(`guide.general.${name}`) }))
  if (stage === 'caregiver') {
    return [
      { kind: 'heading', level: 2, id: 'do', text: words.say('guide.stages.caregiver-help') },
      checklistOf(stage, words),
      { kind: 'paragraph', text: words.say('guide.stages.caregiver-you') },
      ...beside,
    ]
  }
  const titled = (list: Stage): Block[] => [
    { kind: 'heading', level: 3, text: words.say(`guide.checklists.${list}-title`) },
    checklistOf(list, words),
  ]
  return [
    { kind: 'heading', level: 2, id: 'do', text: words.say('guide.page.do') },
    ...beside,
    ...titled(stage),
    ...titled('caregiver'),
  ]
}

function checklistOf(stage: Stage, words: Words): Block {
  return { kind: 'checklist', items: itemsOf(`guide.checklists.${stage}-`, words) }
}

type Whom = 'blood' | 'nerves' | 'hormones' | 'team'
const WHOM: readonly Whom[] = ['blood', 'nerves', 'hormones', 'team']

/** Which questions to bring, by stage and by whom they are for. */
export const QUESTIONS: Readonly<Record<Stage, Readonly<Partial<Record<Whom, readonly string[]>>>>> = {
  suspected: {
    blood: ['missing-tests', 'vegf-test'],
    nerves: ['nerve-cause', 'nerve-tests'],
    team: ['expert'],
  },
  diagnosed: {
    blood: ['extent', 'marrow', 'risk', 'transplant', 'before-transplant', 'clots', 'working'],
    nerves: ['nerves', 'nerve-tests'],
    hormones: ['hormones'],
    team: ['side-effects', 'trial', 'expert'],
  },
  treatment: {
    blood: ['working', 'vegf-test', 'clots', 'relapse'],
    nerves: ['nerves', 'nerve-gains'],
    hormones: ['hormones'],
    team: ['side-effects', 'visits'],
  },
  'follow-up': {
    blood: ['relapse', 'vegf-test'],
    nerves: ['nerve-gains', 'nerve-tests'],
    hormones: ['hormones'],
    team: ['visits'],
  },
  caregiver: {
    blood: ['working', 'clots', 'relapse'],
    nerves: ['nerve-gains'],
    team: ['side-effects', 'visits', 'expert'],
  },
}

/** What to ask whom. */
export function questionBlocks(stage: Stage, words: Words): Block[] {
  return [
    { kind: 'heading', level: 2, id: 'ask', text: words.say('guide.page.ask') },
    ...WHOM.flatMap((whom): Block[] => {
      const ids = QUESTIONS[stage][whom] ?? []
      if (ids.length === 0) return []
      return [
        { kind: 'heading', level: 3, text: words.say(`guide.whom.${whom}`) },
        { kind: 'list', ordered: true, items: ids.map((id) => words.told(`guide.questions.${id}`)) },
      ]
    }),
  ]
}

/** How many tests a reader can take to a visit. */
const TESTS = 8
/** A talk and an examination are what every visit begins with. */
const ALWAYS: ReadonlySet<string> = new Set(['history', 'clinical-examination'])

/** Tests that the record does not settle, in plain words: to ask about, not to order. */
export function testItems(person: Person, words: Words): readonly string[] {
  return person.assessment.workup
    .filter((item) => (item.status === 'due' || item.status === 'repeat') && !ALWAYS.has(item.test))
    .slice(0, TESTS)
    .map((item) => {
      const test = words.say(`guide.tests.${item.test}`)
      return item.status === 'repeat' ? words.say('guide.tests.repeat', { test }) : test
    })
}

/** The section of tests to ask about; nothing where the record leaves none open. */
export function testBlocks(person: Person, words: Words): Block[] {
  const items = testItems(person, words)
  if (items.length === 0) return []
  return [
    { kind: 'heading', level: 2, id: 'tests', text: words.say('guide.page.tests') },
    { kind: 'paragraph', text: words.say('guide.tests.intro') },
    { kind: 'list', items: items.map((text) => ({ text })) },
  ]
}
