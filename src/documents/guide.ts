import { parseDay } from '../core/index.ts'
import type { GuideFile } from '../schema/index.ts'
import type { Block, Document } from './blocks.ts'
import { adviceBlocks, questionBlocks, testBlocks } from './parts/advice.ts'
import { callBlocks } from './parts/call.ts'
import { checkUpBlocks } from './parts/check-ups.ts'
import { letterBlocks } from './parts/letters.ts'
import { centreBlocks, glossaryOf } from './parts/library.ts'
import { recoveryBlocks } from './parts/recovery.ts'
import { valueBlocks } from './parts/values.ts'
import type { Person } from './person.ts'
import type { Stage } from './stage.ts'
import { Words } from './words.ts'

type Part = 'letters' | 'values' | 'tests' | 'advice' | 'questions' | 'recovery' | 'check-ups' | 'centres'

/** What a reader of each stage wants to know first. When to call stands before all of it. */
const ORDER: Readonly<Record<Stage, readonly Part[]>> = {
  suspected: ['letters', 'tests', 'values', 'advice', 'questions', 'centres'],
  diagnosed: ['letters', 'values', 'tests', 'advice', 'questions', 'recovery', 'check-ups', 'centres'],
  treatment: ['values', 'advice', 'questions', 'recovery', 'check-ups', 'letters', 'centres'],
  'follow-up': ['values', 'check-ups', 'advice', 'questions', 'recovery', 'letters', 'centres'],
  caregiver: ['advice', 'questions', 'letters', 'recovery', 'values', 'check-ups', 'centres'],
}

/**
 * The plain-language guide for a stage. When to call comes first. Without a person it holds what is the same for
 * everyone; with one, the own values, dates and check-ups too. It never says a verdict, a grade, a level of alarm or a
 * figure of survival.
 * Example: `guide(file, 'suspected').title`, `guide(file, 'follow-up', { record, assessment })`.
 */
export function guide(file: GuideFile, stage: Stage, person?: Person): Document {
  const words = new Words(file)
  const lead = words.told(`guide.stages.${stage}-lead`)
  const notice = words.told('guide.general.not-medical-advice')
  const blocks: Block[] = [
    { kind: 'paragraph', ...notice },
    ...callBlocks(words),
    ...ORDER[stage].flatMap((part) => blocksOf(part, stage, person, words)),
  ]
  const glossary = glossaryOf(blocks, words)
  blocks.push(
    { kind: 'heading', level: 2, id: 'words', text: words.say('guide.page.terms') },
    glossary.block,
    { kind: 'heading', level: 2, id: 'sources', text: words.say('guide.page.sources') },
    { kind: 'paragraph', tone: 'note', text: words.say('guide.page.proposal') },
    words.sources(),
  )
  return {
    language: file.language,
    title: words.say(`guide.stages.${stage}-title`),
    lead,
    format: 'page',
    blocks,
    terms: glossary.terms,
    foot: [notice.text, madeOf(person, words), words.say('guide.general.share')],
    labels: labelsOf(words),
  }
}

function blocksOf(part: Part, stage: Stage, person: Person | undefined, words: Words): Block[] {
  switch (part) {
    case 'letters':
      return letterBlocks(words, person?.record.sex)
    case 'values':
      return person ? valueBlocks(person, words) : []
    case 'tests':
      return person ? testBlocks(person, words) : []
    case 'advice':
      return adviceBlocks(stage, words)
    case 'questions':
      return questionBlocks(stage, words)
    case 'recovery':
      return recoveryBlocks(person, words)
    case 'check-ups':
      return checkUpBlocks(person, words)
    case 'centres':
      return centreBlocks(words)
    default:
      return part satisfies never
  }
}

/** From what, and as of when, a document was made. */
export function madeOf(person: Person | undefined, words: Words): string {
  if (!person) return words.say('guide.page.made-without')
  const { asOf } = person.assessment
  const day = asOf === null ? undefined : parseDay(asOf)
  return day ? words.say('guide.page.made', { date: words.day(day.to) }) : words.say('guide.page.made-undated')
}

/** The few words that views need for themselves. */
export function labelsOf(words: Words): Document['labels'] {
  return {
    source: words.say('guide.page.source'),
    skip: words.say('guide.page.skip'),
    contents: words.say('guide.page.contents'),
  }
}
