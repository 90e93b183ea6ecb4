import { describe, expect, it } from 'vitest'
import { publishedCases, readCase, teachingCases } from '../../../test/support/cases.ts'
import { realEngine } from '../../../test/support/real.ts'
import { assess } from '../../assess/assess.ts'
import { readDocument } from '../document.ts'
import { writeFhir } from './write/index.ts'

const engine = realEngine()
const TODAY = '2026-11-25'

interface Question {
  readonly linkId: string
  readonly type: string
  readonly answerOption?: readonly { readonly valueCoding: unknown }[]
  readonly extension?: readonly { readonly valueCoding: { readonly code: string } }[]
}

/** The questions that an assessment leaves open, as they are written. */
function questionsOf(path: string): readonly Question[] {
  const bundle = writeFhir(
    assess(engine, readCase(path, engine).record, { today: TODAY }),
    engine,
    `${TODAY}T08:00:00Z`,
  )
  const entries = bundle.entry as readonly { resource: { resourceType: string; item?: readonly Question[] } }[]
  return entries.find(({ resource }) => resource.resourceType === 'Questionnaire')?.resource.item ?? []
}

/** The first answer that a question offers; a number for a quantity. */
function answerTo({ type, answerOption, extension }: Question): unknown {
  if (type !== 'quantity') return answerOption?.[0]
  return { valueQuantity: { value: 1, code: extension?.[0]?.valueCoding.code } }
}

describe('a questionnaire that was written', () => {
  const asked = [...publishedCases(), ...teachingCases()].filter((path) => questionsOf(path).length > 0)

  it('asks something of several cases', () => {
    expect(asked.length).toBeGreaterThan(20)
  })

  it.each(asked)('has answers that are all read back: %s', (path) => {
    const questions = questionsOf(path)
    const response = {
      resourceType: 'QuestionnaireResponse',
      status: 'completed',
      subject: { display: 'made-up' },
      authored: TODAY,
      item: questions.map((question) => ({ linkId: question.linkId, answer: [answerTo(question)] })),
    }
    const [item, ...others] = readDocument('r.json', JSON.stringify(response), engine)
    expect(others).toEqual([])
    expect(item?.problems).toEqual([])
    expect(item?.record?.id).toBe('made-up')
    expect(item?.record?.facts.map(({ key }) => key)).toEqual(questions.map(({ linkId }) => linkId))
  })

  it('that holds nothing says so', () => {
    const [item] = readDocument('r.json', '{"resourceType": "QuestionnaireResponse", "status": "completed"}', engine)
    expect(item?.problems).toMatchObject([{ code: 'field-missing' }])
  })
})
