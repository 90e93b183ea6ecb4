import { IntlMessageFormat } from 'intl-messageformat'
import type { Sentence } from '../schema/view.ts'
import type { Engine } from './engine.ts'

export type PhraseArgs = Readonly<Record<string, string | number | readonly string[]>>

interface Cached {
  readonly format: IntlMessageFormat
}

const and = new Intl.ListFormat('en-GB', { type: 'conjunction' })
const or = new Intl.ListFormat('en-GB', { type: 'disjunction' })

function listed(name: string, items: readonly string[]): string {
  if (name.endsWith('Or')) return or.format(items)
  return name.endsWith('Then') ? items.join(', then ') : and.format(items)
}

/**
 * A sentence by its id: the words stand in `knowledge/phrases`, the arguments are kept beside the rendering so
 * that another language can say it again. A list becomes "a, b and c"; an argument whose name ends in `Or`
 * becomes "a, b or c", one in `Then` "a, then b". Throws on an id without words: that is our own bug.
 * Example: `say(engine, "conclusion.nothing", {}).text`.
 */
export function say(engine: Engine, id: string, args: PhraseArgs = NONE): Sentence {
  if (args !== NONE) return made(engine, id, args)
  const key = `said:${id}`
  const known = engine.cache.get(key) as Sentence | undefined
  if (known) return known
  const sentence = made(engine, id, args)
  engine.cache.set(key, sentence)
  return sentence
}

/** A sentence without arguments is always the same: it is made once, read and never changed. */
const NONE: PhraseArgs = {}

function made(engine: Engine, id: string, args: PhraseArgs): Sentence {
  const message = engine.knowledge.phrases[id]
  if (message === undefined) throw new Error(`no phrase "${id}" in knowledge/phrases/en`)
  const values: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(args)) {
    values[name] = typeof value === 'object' ? listed(name, value) : value
  }
  const text = String(formatOf(engine, id, message).format(values))
    .replace(/\s+/g, ' ')
    .trim()
  const kept = Object.entries(args).map(([name, value]) => [name, typeof value === 'object' ? [...value] : value])
  return { id, args: Object.fromEntries(kept), text: beginning(text) }
}

/** A whole sentence begins with a capital, also where an argument stands first; a label stays as it is. */
function beginning(text: string): string {
  return /[.?!]$/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text
}

function formatOf(engine: Engine, id: string, message: string): IntlMessageFormat {
  const key = `phrase:${id}`
  const cached = engine.cache.get(key) as Cached | undefined
  if (cached) return cached.format
  const format = new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true })
  engine.cache.set(key, { format })
  return format
}
