import type { Engine } from '../../core/engine.ts'
import { Evaluator } from '../../core/evaluate.ts'
import { missingOf } from '../../core/missing.ts'
import { prepare } from '../../core/prepare.ts'
import type { Truth } from '../../core/truth.ts'
import type { RuleExample } from '../../schema/index.ts'
import { recordOf } from './given.ts'

/** What is wrong with an example: which field, and how it is otherwise. */
export interface ExampleTrouble {
  readonly field: 'given' | 'then' | 'missing'
  readonly what: string
}

const VERDICTS = new Map<Truth, RuleExample['then']>([
  [true, 'met'],
  [false, 'not-met'],
  ['unknown', 'undetermined'],
])

/** The evaluator of an example's record, for whoever asks it more than the verdict. Undefined where it cannot be read. */
export function evaluatorOf(example: RuleExample, engine: Engine): Evaluator | undefined {
  const { record, troubles } = recordOf(example.given, engine)
  const named = record.courses.flatMap((course) => course.with).every((key) => engine.keyIndex.has(key))
  return troubles.length > 0 || !named ? undefined : new Evaluator(prepare(engine, record, Infinity))
}

/**
 * Evaluates an example of a rule as it stands: its verdict, and the first names it says are asked for.
 * Grade, category and level are not looked at here: those questions belong to `assess`.
 */
export function runExample(id: string, example: RuleExample, engine: Engine): readonly ExampleTrouble[] {
  const { record, troubles } = recordOf(example.given, engine)
  const strangers = record.courses.flatMap((course) => course.with).filter((key) => !engine.keyIndex.has(key))
  const unread = [...troubles, ...strangers.map((key) => `course: no treatment "${key}"`)]
  if (unread.length > 0) return unread.map((what) => ({ field: 'given', what }))
  const tree = new Evaluator(prepare(engine, record, Infinity)).rule(id)
  const found: ExampleTrouble[] = []
  const verdict = VERDICTS.get(tree.value)
  if (verdict !== example.then) found.push({ field: 'then', what: `says ${example.then}, is ${verdict}` })
  if (example.missing) {
    const asked = missingOf(tree, engine).map((item) => item.ask ?? item.key ?? '')
    const first = asked.slice(0, example.missing.length)
    if (first.join() !== example.missing.join()) {
      found.push({
        field: 'missing',
        what: `says ${example.missing.join(', ') || 'nothing'}, asks ${asked.slice(0, Math.max(3, example.missing.length)).join(', ') || 'nothing'}`,
      })
    }
  }
  return found
}
