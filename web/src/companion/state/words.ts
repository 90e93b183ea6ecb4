import { Words } from '../../../../src/documents/words.ts'
import type { GuideFile } from '../../../../src/schema/index.ts'

/**
 * The ids of the guide's tasks and questions by their text, so that what a person ticks is remembered by its id and
 * stays when a sentence is worded anew. Example: `idsOf(file).get('You have chest pain.')`.
 */
export function idsOf(file: GuideFile): ReadonlyMap<string, string> {
  const known = made.get(file)
  if (known) return known
  const words = new Words(file)
  const ids = [...words.ids('guide.checklists.'), ...words.ids('guide.questions.')]
  const map = new Map(ids.map((id) => [words.say(id), id]))
  made.set(file, map)
  return map
}

const made = new WeakMap<GuideFile, ReadonlyMap<string, string>>()
