import type { GuideFile } from '../schema/index.ts'
import type { Block, Document, Fields } from './blocks.ts'
import { labelsOf, madeOf } from './guide.ts'
import { QUESTIONS, testItems } from './parts/advice.ts'
import { nextOf } from './parts/check-ups.ts'
import { courseDates, coursesOf, treatedLabel } from './parts/courses.ts'
import { amountOf, FOLLOWED } from './parts/values.ts'
import { numbersOf, type Person } from './person.ts'
import type { Stage } from './stage.ts'
import { Words } from './words.ts'

/** Rows of the sheet in its order, with the room to write that each gets. */
const ROWS = [
  ['name', 1],
  ['diagnosis', 1],
  ['before', 1],
  ['treatments', 1],
  ['medicines', 2],
  ['allergies', 1],
  ['changes', 2],
  ['walking', 1],
  ['hands', 1],
  ['weight', 1],
  ['values', 1],
  ['scans', 1],
  ['missing-tests', 1],
  ['questions', 2],
  ['agreed', 2],
  ['next', 1],
  ['call', 2],
] as const
/** More than this nobody gets an answer to in one visit. */
const QUESTIONS_ON_SHEET = 6
type Row = (typeof ROWS)[number][0]

/**
 * The sheet that a person fills in and brings to a visit. What the record knows is filled in already; the rest stays
 * blank. Example: `visitSheet(file, 'follow-up', { record, assessment })`.
 */
export function visitSheet(file: GuideFile, stage: Stage, person?: Person): Document {
  const words = new Words(file)
  const blocks: Block[] = [
    { kind: 'paragraph', text: words.say('guide.visit-sheet.how') },
    {
      kind: 'fields',
      items: ROWS.map(([row, lines]): Fields['items'][number] => {
        const known = person ? knownOf(row, stage, person, words) : row === 'questions' ? questionsOf(stage, words) : []
        return { label: words.say(`guide.visit-sheet.${row}`), known, lines }
      }),
    },
  ]
  return {
    language: file.language,
    title: words.say('guide.visit-sheet.title'),
    ...(person ? { lead: { text: words.say('guide.visit-sheet.lead') } } : undefined),
    format: 'form',
    blocks,
    terms: [],
    foot: [words.say('guide.general.not-medical-advice'), madeOf(person, words)],
    labels: labelsOf(words),
  }
}

function knownOf(row: Row, stage: Stage, person: Person, words: Words): readonly string[] {
  const { assessment } = person
  switch (row) {
    case 'diagnosis': {
      const { recorded } = assessment.conclusion
      const what = words.say('glossary.poems-syndrome.term')
      return recorded ? [words.say('guide.visit-sheet.said-on', { what, date: words.time(recorded.date) })] : []
    }
    case 'before':
      return [...new Set(labelsBefore(person))].map((label) => treatedLabel(label, words))
    case 'treatments':
      return coursesOf(person)
        .filter((course) => course.with.length > 0)
        .map((course) =>
          words.say('guide.visit-sheet.course', {
            treatments: course.with.map((key) => words.label(key)).join(', '),
            dates: courseDates(course, words) ?? 'none',
            response: course.response ?? 'unknown',
          }),
        )
    case 'values':
      return FOLLOWED.flatMap((key) => {
        const last = numbersOf(key, person).at(-1)
        if (!last) return []
        const name = words.say(`guide.values.${key}`)
        return [
          words.say('guide.visit-sheet.value', { name, value: amountOf(last, words), date: words.time(last.when) }),
        ]
      })
    case 'missing-tests':
      return testItems(person, words)
    case 'questions':
      return questionsOf(stage, words)
    case 'next':
      return (assessment.monitoring ?? [])
        .filter((item) => item.due !== null)
        .map((item) => `${words.say(`monitoring.${item.id}`)} ${nextOf(item, words)}`)
    default:
      return []
  }
}

function labelsBefore(person: Person): string[] {
  return coursesOf(person).flatMap((course) => (course.for && course.for !== 'poems' ? [course.for] : []))
}

function questionsOf(stage: Stage, words: Words): readonly string[] {
  const ids = Object.values(QUESTIONS[stage]).flat().slice(0, QUESTIONS_ON_SHEET)
  return ids.map((id) => words.say(`guide.questions.${id}`))
}
