import type { Assessment, FactView, GuideFile, TreeView } from '../schema/index.ts'
import type { Block, Document, Said } from './blocks.ts'
import { labelsOf } from './guide.ts'
import { courseDates, coursesOf, treatedLabel } from './parts/courses.ts'
import type { Person } from './person.ts'
import { Words } from './words.ts'

/** What fits on one page; the rest is counted. */
const MOST = { reasons: 11, tests: 13, missing: 6, courses: 6, questions: 4 } as const

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
function capped<T>(items: readonly T[], most: number, words: Words, row: (item: T) => readonly Said[]): (readonly Said[])[] {
  const rows = items.slice(0, most).map(row)
  const rest = items.length - most
  if (rest <= 0) return rows
  const more = { text: words.say('guide.referral.more', { count: rest }) }
  return [...rows, [more, ...(rows[0] ?? []).slice(1).map(() => ({ text: '' }))]]
}

function table(caption: string, head: readonly string[], rows: readonly (readonly Said[])[], words: Words): Block {
  return {
    kind: 'table',
    caption: words.say(`guide.referral.${caption}`),
    head: head.map((name) => words.say(`guide.referral.${name}`)),
    rows,
  }
}

function verdictBlocks(assessment: Assessment, words: Words): Block[] {
  const { conclusion, criteria } = assessment
  const set = criteria.find((item) => item.id === conclusion.criteria)
  const reasons = set ? reasonsIn(set.tree) : []
  const row = (fact: FactView) => [{ text: fact.label }, { text: saysOf(fact) }, { text: words.time(fact.date) }]
  const results = criteria.map((item) => `${item.title}: ${resultOf(item, words)}`)
  return [
    heading('verdict', words),
    ...conclusion.sentences.map((sentence): Block => ({ kind: 'paragraph', text: sentence.text })),
    { kind: 'paragraph', tone: 'note', text: `${words.say('guide.referral.sets')}: ${results.join('; ')}.` },
    ...(reasons.length > 0
      ? [
          heading('reasons', words),
          table('reasons', ['finding', 'says', 'date'], capped(reasons, MOST.reasons, words, row), words),
        ]
      : []),
  ]
}

function resultOf({ value, grade }: Assessment['criteria'][number], words: Words): string {
  return words.say(`guide.referral.${value}`, { grade: grade ?? 'other' })
}

/** "present (610 10*9/L)" speaks for itself; a flag is never left out. */
function saysOf({ says, flag }: FactView): string {
  return flag ? `${says}. ${flag}` : says
}

/** The facts under what holds, each once, in the order of the rule. */
function reasonsIn(tree: TreeView): readonly FactView[] {
  const facts = new Map<string, FactView>()
  const walk = (node: TreeView): void => {
    if (node.value !== true) return
    for (const fact of node.facts) if (fact.status !== 'absent') facts.set(`${fact.key} ${fact.at}`, fact)
    for (const child of node.of) walk(child)
  }
  walk(tree)
  return [...facts.values()]
}

function testsDone({ workup }: Assessment, words: Words): Block[] {
  const done = workup.filter((item) => item.answers.length > 0)
  if (done.length === 0) return []
  const row = (item: Assessment['workup'][number]) => {
    const [newest] = item.answers
    const found = item.answers.filter((fact) => fact.date === newest?.date).map((fact) => `${fact.label} ${fact.says}`)
    return [{ text: item.title }, { text: found.join('; ') }, { text: words.time(newest?.date ?? null) }]
  }
  return [
    heading('tests', words),
    table('tests', ['test', 'says', 'date'], capped(done, MOST.tests, words, row), words),
  ]
}

function missingBlocks({ workup }: Assessment, words: Words): Block[] {
  const open = workup.filter((item) => item.status === 'due' || item.status === 'repeat')
  const items = open
    .slice(0, MOST.missing)
    .map((item) => ({ text: words.say('guide.referral.missing-test', { test: item.title, why: item.why }) }))
  if (open.length > MOST.missing) items.push({ text: words.say('guide.referral.more', { count: open.length - MOST.missing }) })
  return [
    heading('missing', words),
    items.length > 0 ? { kind: 'list', items } : { kind: 'paragraph', text: words.say('guide.referral.nothing-missing') },
  ]
}

function courseBlocks(person: Person, words: Words): Block[] {
  const courses = coursesOf(person)
  const axes = person.assessment.response ?? []
  const row = (course: (typeof courses)[number]) => [
    { text: course.with.map((key) => words.label(key)).join(', ') || words.say('guide.referral.not-stated') },
    { text: course.for ? treatedLabel(course.for, words) : words.say('guide.referral.not-stated') },
    { text: courseDates(course, words) ?? words.say('guide.page.no-date') },
    { text: words.say('guide.referral.response', { response: course.response ?? 'other', note: course.note ?? 'none' }) },
  ]
  const head = ['course-with', 'course-for', 'course-when', 'course-response']
  return [
    heading('courses', words),
    courses.length > 0
      ? table('courses', head, capped(courses, MOST.courses, words, row), words)
      : { kind: 'paragraph', text: words.say('guide.referral.no-courses') },
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
