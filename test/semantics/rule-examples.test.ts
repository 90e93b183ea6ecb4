import { describe, expect, it } from 'vitest'
import { categoryOf, gradeOf, levelOf, verdictOf } from '../../src/assess/index.ts'
import { missingOf, ruleOf } from '../../src/core/index.ts'
import { evaluatorOf } from '../../src/load/index.ts'
import { realEngine, realKnowledge } from '../support/real.ts'

/** Every example of every rule, with what only `assess` can say: grade, category, level. */
const engine = realEngine()
const { rules } = realKnowledge()
const EXAMPLES = [...rules.values()].flatMap(({ id, content }) =>
  content.examples.map((example, i) => ({ name: `${id}, example ${i + 1}`, id, example })),
)

describe('the examples of the rules', () => {
  it.each(EXAMPLES)('$name', ({ id, example }) => {
    const evaluator = evaluatorOf(example, engine)
    if (!evaluator) throw new Error(`the record of the example cannot be read: ${JSON.stringify(example.given)}`)
    const tree = evaluator.rule(id)
    const found = {
      verdict: verdictOf(tree.value),
      missing:
        example.missing &&
        missingOf(tree, engine)
          .map((item) => item.ask ?? item.key)
          .slice(0, example.missing.length),
      grade: example.grade && gradeOf(evaluator, id)?.grade,
      category: example.category && categories(categoryOf(evaluator, ruleOf(engine, id))),
      level: example.level && levelOf(evaluator, id),
    }
    const { then: verdict, missing, grade, category, level } = example
    expect(found).toEqual({ verdict, missing, grade, category, level })
  })

  it('are there for each set that is graded, tiered or levelled', () => {
    for (const { id, content } of rules.values()) {
      if (content.grade) expect(grades(id), `${id}: one example for each grade`).toEqual(['moderate', 'strong', 'weak'])
      if (content.categories)
        expect(
          content.examples.some((example) => example.category !== undefined),
          `${id}: an example with its category`,
        ).toBe(true)
      if (content.level?.high)
        expect(
          content.examples.some((example) => example.level === 'high'),
          `${id}: an example of the high level`,
        ).toBe(true)
    }
  })
})

/** One name while settled, `low … high` while it is not. */
function categories({ low, high }: { readonly low: string; readonly high: string }): string {
  return low === high ? low : `${low} … ${high}`
}

function grades(id: string): string[] {
  const examples = rules.get(id)?.content.examples ?? []
  return [...new Set(examples.flatMap((example) => example.grade ?? []))].sort()
}
