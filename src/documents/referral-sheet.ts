import type { Assessment, FactView, GuideFile } from '../schema/index.ts'
import type { Block, Document, Said } from './blocks.ts'
import { labelsOf } from './guide.ts'
import { courseDates, coursesOf, treatedLabel } from './parts/courses.ts'
import { factText, reasonsIn, resultOf } from './parts/findings.ts'
import type { Person } from './person.ts'
import { Words } from './words.ts'

/** What fits on one page; the rest is counted. */
const MOST = {
  reasons: 10,
  tests: 10,
  factsOfTest: 3,
  missing: 4,
  testsMissing: 8,
  courses: 5,
  questions: 4,
  letters: 90,
} as const

/**
 * One page for an expert centre, for clinicians: what the record adds up to and why, tests with dates and values, what
 * is missing, treatments with their responses, questions. Example: `referralSheet(file, { record, assessment })`.
 */
export function referralSheet(file: GuideFile, person: Person): Document {
  const words = new Words(file)
  const { assessment, record } = person
  const known = assessment.conclusion.recorded !== undefined
  const title = words.say(known ? 'guide.referral.title-known' : 'guide.referral.title')
  const { id, sex, age } = assessment.subject
  const lead = words.say('guide.referral.person', { id, sex: sex ?? 'other', age: age ?? 'none' })
  const blocks: Block[] = [
    { kind: 'paragraph', tone: 'note', text: asOfText(assessment, words) },
    ...verdictBlocks(assessment, words),
    ...testsDone(assessment, words),
    ...missingBlocks(assessment, words),
    ...courseBlocks(person, words),
    ...questionBlocks(assessment, words),
  ]
  const problems = record.problems.length + assessment.problems.filter((item) => !record.problems.includes(item)).length
  return {
    language: file.language,
    title,
    lead: { text: lead },
    format: 'sheet',
    blocks,
    terms: [],
    foot: problems > 0 ? [title, words.say('guide.referral.problems', { count: problems })] : [title],
    labels: labelsOf(words),
  }
}

function asOfText({ asOf, engine }: Assessment, words: Words): string {
  const { version } = engine
  if (asOf === null) return words.say('guide.referral.as-of-undated', { version })
  return words.say('guide.referral.as-of', { date: words.time(asOf), version })
}

function heading(name: string, words: Words): Block {
  return { kind: 'heading', level: 2, text: words.say(`guide.referral.${name}`) }
}

/** The first of a list, and how many more there are. */
function capped<T>(items: readonly T[], most: number, words: Words, draw: (item: T) => string): Said[] {
  const drawn = items.slice(0, most).map((item) => ({ text: draw(item) }))
  const rest = items.length - most
  return rest > 0 ? [...drawn, { text: words.say('guide.referral.more', { count: rest }) }] : drawn
}

/** The same on one line. */
function joined<T>(items: readonly T[], most: number, words: Words, draw: (item: T) => string): string {
  return capped(items, most, words, draw)
    .map((item) => item.text)
    .join('; ')
}

function verdictBlocks(assessment: Assessment, words: Words): Block[] {
  const { conclusion, criteria } = assessment
  const set = criteria.find((item) => item.id === conclusion.criteria)
  const reasons = set ? reasonsIn(set.tree) : []
  const results = criteria.map((item) => `${item.title}: ${resultOf(item, words)}`)
  const items = capped(reasons, MOST.reasons, words, (fact) => factText(fact, words))
  return [
    heading('verdict', words),
    { kind: 'paragraph', text: conclusion.sentences.map((sentence) => sentence.text).join(' ') },
    { kind: 'paragraph', tone: 'note', text: `${words.say('guide.referral.sets')}: ${results.join('; ')}.` },
    ...(items.length > 0 ? [heading('reasons', words), { kind: 'list' as const, columns: 2 as const, items }] : []),
  ]
}

/** Tests with what they found last. A fact that two tests could have given is told once. */
function testsDone({ workup }: Assessment, words: Words): Block[] {
  const told = new Set<string>()
  const items = workup.flatMap((item) => {
    const fresh = item.answers.filter((fact) => !told.has(`${fact.key} ${fact.at}`))
    for (const fact of item.answers) told.add(`${fact.key} ${fact.at}`)
    const newest = new Map<string, FactView>()
    for (const fact of fresh) if (!newest.has(fact.key)) newest.set(fact.key, fact)
    return newest.size > 0 ? [{ title: item.title, facts: [...newest.values()] }] : []
  })
  if (items.length === 0) return []
  const rows = items
    .slice(0, MOST.tests)
    .map(({ title, facts }) => [
      { text: title },
      { text: joined(facts, MOST.factsOfTest, words, (fact) => factText(fact, words, false)) },
    ])
  const rest = items.length - MOST.tests
  if (rest > 0) rows.push([{ text: words.say('guide.referral.more', { count: rest }) }, { text: '' }])
  const head = ['test', 'says'].map((name) => words.say(`guide.referral.${name}`))
  const table: Block = { kind: 'table', caption: words.say('guide.referral.tests'), head, rows, widths: [1, 1.7] }
  return [heading('tests', words), table]
}

/** Tests that are due, under the reason they share. */
function missingBlocks({ workup }: Assessment, words: Words): Block[] {
  const open = workup.filter((item) => item.status === 'due' || item.status === 'repeat')
  const byReason = new Map<string, string[]>()
  for (const { why, title } of open) byReason.set(why, [...(byReason.get(why) ?? []), title])
  const draw = ([why, tests]: readonly [string, readonly string[]]) =>
    words.say('guide.referral.missing-tests', {
      why: why.replace(/\.$/, ''),
      tests: joined(tests, MOST.testsMissing, words, (test) => test),
    })
  const items = capped([...byReason], MOST.missing, words, draw)
  return [
    heading('missing', words),
    items.length > 0
      ? { kind: 'list', items }
      : { kind: 'paragraph', text: words.say('guide.referral.nothing-missing') },
  ]
}

function courseBlocks(person: Person, words: Words): Block[] {
  const courses = coursesOf(person)
  const axes = person.assessment.response ?? []
  const rows = courses.slice(-MOST.courses).map((course) => [
    { text: course.with.map((key) => words.label(key)).join(', ') || words.say('guide.referral.not-stated') },
    { text: course.for ? treatedLabel(course.for, words) : words.say('guide.referral.not-stated') },
    { text: courseDates(course, words) ?? words.say('guide.page.no-date') },
    {
      text: words.say('guide.referral.response', {
        response: course.response ?? 'other',
        note: shortened(course.note) ?? 'none',
      }),
    },
  ])
  const rest = courses.length - rows.length
  const head = ['course-with', 'course-for', 'course-when', 'course-response'].map((name) =>
    words.say(`guide.referral.${name}`),
  )
  return [
    heading('courses', words),
    courses.length > 0
      ? { kind: 'table', caption: words.say('guide.referral.courses'), head, rows, widths: [2.2, 1, 1.4, 1.6] }
      : { kind: 'paragraph', text: words.say('guide.referral.no-courses') },
    ...(rest > 0 ? [{ kind: 'paragraph' as const, text: words.say('guide.referral.more', { count: rest }) }] : []),
    ...(axes.length > 0
      ? [
          heading('axes', words),
          {
            kind: 'list' as const,
            items: axes.map(({ title, why }) => ({ text: words.say('guide.referral.axis', { title, why }) })),
          },
        ]
      : []),
  ]
}

/** The beginning of a note: the rest stands in the record. */
function shortened(note: string | undefined): string | undefined {
  return note === undefined || note.length <= MOST.letters ? note : `${note.slice(0, MOST.letters).trimEnd()}…`
}

/** What this record leaves open, as questions to the centre. */
function questionBlocks(assessment: Assessment, words: Words): Block[] {
  const { conclusion, treatment, response } = assessment
  const settled = conclusion.value === 'met' && conclusion.grade !== 'weak'
  const open = treatment?.path.find((step) => step.answer === 'undetermined')?.question
  const relapse = response?.some((axis) => axis.relapse !== undefined) ?? false
  const questions = [
    words.say(settled || conclusion.recorded ? 'guide.referral.question-agree' : 'guide.referral.question-settle'),
    ...(relapse ? [words.say('guide.referral.question-relapse')] : []),
    ...(open ? [open] : []),
    ...(treatment ? [words.say('guide.referral.question-treatment')] : []),
  ]
  return [
    heading('questions', words),
    { kind: 'list', ordered: true, items: questions.slice(0, MOST.questions).map((text) => ({ text })) },
  ]
}
