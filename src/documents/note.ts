import type { Assessment, GuideFile, Knowledge } from '../schema/index.ts'
import type { Block, Document, Said } from './blocks.ts'
import { labelsOf } from './guide.ts'
import { factsText, reasonsIn, resultOf } from './parts/findings.ts'
import { careBlocks } from './parts/note-care.ts'
import { conditionBlocks } from './parts/note-differential.ts'
import { Teller } from './parts/teller.ts'
import type { Person } from './person.ts'
import { Words } from './words.ts'

/** How much a note says: a paragraph to paste, or every section of the assessment. */
export const NOTE_LENGTHS = ['short', 'long'] as const
export type NoteLength = (typeof NOTE_LENGTHS)[number]

/** What a note takes from the knowledge: the works, and the names of what sentences refer to. */
export type NoteKnowledge = Pick<Knowledge, 'sources' | 'conflicts' | 'care'>

/** So many tests are named in a short note; more are counted. */
const TESTS = 6

/**
 * A note to paste into a clinic letter: sentences of the assessment, each with the number of its source or marked as
 * Scansion's own, the works at its end, the day it stands for, and what it was made with. It names no order and no dose.
 * Example: `plainText(note(file, { record, assessment }, engine.knowledge, 'short'))`.
 */
export function note(file: GuideFile, person: Person, knowledge: NoteKnowledge, length: NoteLength): Document {
  const words = new Words({ ...file, works: { ...knowledge.sources, ...file.works } })
  const teller = new Teller(words, knowledge)
  const { assessment } = person
  const { id, sex, age } = assessment.subject
  const long = length === 'long'
  const blocks: Block[] = [
    ...verdictBlocks(assessment, teller, long),
    ...(long ? [...setBlocks(assessment, teller), ...flagBlocks(assessment, teller)] : []),
    ...(long ? openBlocks(assessment, teller) : openLine(assessment, teller)),
    ...(long ? conditionBlocks(assessment, teller) : []),
    ...careBlocks(assessment, teller, long),
  ]
  const sources = words.sources()
  return {
    language: file.language,
    title: words.say('guide.note.title'),
    lead: { text: words.say('guide.referral.person', { id, sex: sex ?? 'other', age: age ?? 'none' }) },
    format: 'sheet',
    blocks: [
      { kind: 'paragraph', tone: 'note', text: asOfText(assessment, words) },
      ...blocks,
      ...(sources.items.length > 0
        ? [{ kind: 'heading' as const, level: 2 as const, text: words.say('guide.note.sources') }, sources]
        : []),
    ],
    terms: [],
    foot: footOf(person, words),
    labels: labelsOf(words),
  }
}

function asOfText({ asOf }: Assessment, words: Words): string {
  return asOf === null
    ? words.say('guide.note.as-of-undated')
    : words.say('guide.note.as-of', { date: words.time(asOf) })
}

function footOf({ assessment, record }: Person, words: Words): readonly string[] {
  const { engine, knowledge, problems } = assessment
  const count = record.problems.length + problems.filter((item) => !record.problems.includes(item)).length
  return [
    words.say('guide.note.made', { engine: engine.version, knowledge: knowledge.version }),
    ...(count > 0 ? [words.say('guide.referral.problems', { count })] : []),
  ]
}

/** The conclusion as it stands, then what carries it; a red flag in it stands on its own works. */
function verdictBlocks({ conclusion, criteria, redFlags }: Assessment, teller: Teller, long: boolean): Block[] {
  const set = criteria.find((item) => item.id === conclusion.criteria)
  const sources = set?.sources ?? []
  const said = conclusion.sentences.map((sentence): Said => {
    const flag = redFlags.reasons.find(({ statement }) => statement.id === sentence.id)
    return teller.told(sentence.text, flag ?? { sources })
  })
  const reasons = set ? reasonsIn(set.tree) : []
  const facts =
    reasons.length > 0 ? teller.words.say('guide.note.counted', { facts: factsText(reasons, teller.words) }) : undefined
  const asks = (set?.missing ?? []).flatMap(({ question }) =>
    question === undefined ? [] : [teller.words.say('guide.note.judge', { question })],
  )
  return [
    ...(long ? [teller.heading('verdict')] : []),
    ...said.map((item): Block => ({ kind: 'paragraph', ...item })),
    ...(facts === undefined ? [] : [teller.paragraph(facts, { sources })]),
    ...asks.map((text) => teller.paragraph(text, { sources })),
  ]
}

function setBlocks({ criteria }: Assessment, teller: Teller): Block[] {
  return [
    teller.heading('sets'),
    {
      kind: 'list',
      items: criteria.map((item) => {
        const text = teller.words.say('guide.note.set', { title: item.title, result: resultOf(item, teller.words) })
        return teller.told(text, item)
      }),
    },
  ]
}

function flagBlocks({ redFlags }: Assessment, teller: Teller): Block[] {
  if (redFlags.value !== true || redFlags.quiet !== undefined || redFlags.reasons.length === 0) return []
  const items = redFlags.reasons.map(({ statement, ...reason }) => teller.told(statement.text, reason))
  return [teller.heading('flags'), { kind: 'list', items }]
}

function openOf({ workup }: Assessment) {
  return workup.filter(({ status }) => status === 'due' || status === 'repeat')
}

/** The tests that are open, in one sentence. */
function openLine(assessment: Assessment, teller: Teller): Block[] {
  const open = openOf(assessment)
  if (open.length === 0) return []
  const rest = open.length - TESTS
  const tests = [
    ...open.slice(0, TESTS).map(({ title }) => title),
    ...(rest > 0 ? [teller.words.say('guide.referral.more', { count: rest })] : []),
  ].join('; ')
  const sources = open.slice(0, TESTS).flatMap((item) => item.sources)
  return [teller.paragraph(teller.words.say('guide.note.open-tests', { tests }), { sources })]
}

function openBlocks(assessment: Assessment, teller: Teller): Block[] {
  const open = openOf(assessment)
  if (open.length === 0) return []
  const items = open.map((item) =>
    teller.told(teller.words.say('guide.note.test', { title: item.title, why: item.why }), item),
  )
  return [teller.heading('open'), { kind: 'list', items }]
}
