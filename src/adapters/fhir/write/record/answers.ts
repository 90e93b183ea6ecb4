import type {
  QuestionnaireResponse,
  QuestionnaireResponseItem,
  QuestionnaireResponseItemAnswer,
  Reference,
} from 'fhir/r4.js'
import type { Engine } from '../../../../core/engine.ts'
import type { Fact } from '../../../../core/record.ts'
import { parseUnit } from '../../../../core/units.ts'
import { measurementOf } from '../../../case/write.ts'
import { vocabularyOf } from '../../../vocabulary.ts'
import { ANSWERS } from '../questionnaire.ts'
import type { Concepts } from './codes.ts'
import { timeOf } from './times.ts'

const UCUM = 'http://unitsofmeasure.org'

/**
 * Facts whose keys no terminology names, as answers to Scansion's own questions: the key is the `linkId`. One response for
 * each day and each author, for FHIR dates the whole of it.
 */
export function answersOf(
  facts: readonly Fact[],
  engine: Engine,
  concepts: Concepts,
  subject: Reference,
): readonly QuestionnaireResponse[] {
  const groups = new Map<string, { readonly first: Fact; readonly items: QuestionnaireResponseItem[] }>()
  for (const fact of facts) {
    const answer = answerOf(fact, engine)
    if (answer === undefined) continue
    const { date, period } = timeOf(fact)
    const day = date ?? period?.end
    const name = JSON.stringify([day, fact.author])
    const group = groups.get(name) ?? { first: fact, items: [] }
    groups.set(name, group)
    const held = group.items.find(({ linkId }) => linkId === fact.key)
    if (held?.answer) held.answer.push(answer)
    else group.items.push({ linkId: fact.key, text: concepts.labelOf(fact.key), answer: [answer] })
  }
  return [...groups.values()].map(({ first, items }) => {
    const { date, period } = timeOf(first)
    return {
      resourceType: 'QuestionnaireResponse',
      status: 'completed',
      subject,
      authored: date ?? period?.end,
      ...(first.author !== undefined && { author: { display: first.author } }),
      item: items,
    }
  })
}

function answerOf(fact: Fact, engine: Engine): QuestionnaireResponseItemAnswer | undefined {
  const word = vocabularyOf(engine).words.get(fact.key)
  if (word === undefined) return undefined
  if (word.kind === 'measurement') {
    const { value, comparator, unit = word.unit } = measurementOf(fact, word, engine)
    if (typeof value !== 'number') return undefined
    const code = parseUnit(unit ?? word.unit) ?? word.unit
    return { valueQuantity: { value, unit: code, system: UCUM, code, ...(comparator && { comparator }) } }
  }
  const isNegative = fact.status !== undefined && fact.status !== 'present'
  const code = word.choices === undefined ? fact.status : isNegative ? undefined : fact.choice
  return code === undefined ? undefined : { valueCoding: { system: ANSWERS, code } }
}
