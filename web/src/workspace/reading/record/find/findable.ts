import { type Engine, valueWord } from '../../../../../../src/core/index.ts'
import type { WordsFile } from '../../../../../../src/load/files/words.ts'
import { nameOf, questionsOf } from '../names.ts'
import { fold, tellingWords } from './fold.ts'

type Kind = 'finding' | 'measurement' | 'choice' | 'treatment'

/** One thing that can be looked for: a key, or one value of a choice. */
export interface Findable {
  readonly key: string
  readonly kind: Kind
  readonly value?: string
  /** As it is shown. */
  readonly name: string
  /** Folded names, the first the shown one, with their telling words. */
  readonly names: readonly { readonly folded: string; readonly words: readonly string[] }[]
  /** Telling words of the plain sentence that explains it. */
  readonly plain: readonly string[]
}

/**
 * Everything that can be looked for, under each of its names, clinical and plain.
 * Example: `findables(engine, words).find(({ key }) => key === 'ascites')?.kind` is "finding".
 */
export function findables(engine: Engine, words: WordsFile): readonly Findable[] {
  const { findings, rules } = engine.knowledge
  const own = Object.entries(findings).flatMap(([key, { kind, values }]): Findable[] => {
    const said = words.findings[key]
    const names = [nameOf(engine, words, key), ...(said?.aliases ?? findings[key]?.aliases ?? []), key]
    const plain = tellingWords(said?.plain ?? '')
    if (!values) {
      const simple = kind === 'measurement' || kind === 'treatment' ? kind : 'finding'
      return [findable(key, simple, names, plain)]
    }
    const [name = key] = names
    const chosen = values.map((value): Findable => {
      const word = valueWord(engine, key, value)
      return {
        ...findable(key, 'choice', [`${name}: ${word}`, word, value, ...names.map((other) => `${other} ${word}`)], []),
        value,
      }
    })
    return [findable(key, 'choice', names, plain), ...chosen]
  })
  const judged = Object.keys(rules).filter(
    (id) =>
      !findings[id] &&
      engine.knowledge.settings.acronyms.some(({ letters }) => letters.some(({ rule }) => rule === id)),
  )
  const asked = [...questionsOf(engine).keys()]
  return [...own, ...[...judged, ...asked].map((key) => findable(key, 'finding', [nameOf(engine, words, key)], []))]
}

function findable(key: string, kind: Kind, names: readonly string[], plain: readonly string[]): Findable {
  const folded = [...new Set(names.map((name) => fold(name)))]
  return {
    key,
    kind,
    name: names[0] ?? key,
    names: folded.map((name) => ({ folded: name, words: tellingWords(name) })),
    plain,
  }
}
