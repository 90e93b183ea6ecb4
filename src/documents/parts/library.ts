import { type Block, type Definitions, type TermLink, textsOf } from '../blocks.ts'
import type { Words } from '../words.ts'

/** Expert centres: names and places, no ranking, no claim about what they offer today. */
export function centreBlocks(words: Words): Block[] {
  return [
    { kind: 'heading', level: 2, id: 'centres', text: words.say('guide.page.centres') },
    { kind: 'paragraph', ...words.told('guide.general.centres-note') },
    {
      kind: 'list',
      items: words.file.centres.map((id) => {
        const { text, cites } = words.told(`centres.${id}.title`)
        const place = `${words.say(`centres.${id}.place`)}, ${words.say(`centres.${id}.country`)}`
        return { text: `${text}, ${place}`, ...(cites ? { cites } : undefined) }
      }),
    },
  ]
}

interface Term extends TermLink {
  readonly term: string
  readonly means: string
}

function termsOf(words: Words): readonly Term[] {
  return words.file.glossary.map((id) => {
    const term = words.say(`glossary.${id}.term`)
    const also = words.has(`glossary.${id}.also`) ? words.say(`glossary.${id}.also`).split('; ') : []
    return { id, term, means: words.say(`glossary.${id}.means`), forms: [...formsOf(term), ...also] }
  })
}

/** "Immunofixation (IFE)" is met as either; "Bispecific antibody, CAR-T" as each. */
function formsOf(term: string): string[] {
  return term
    .split(/[(),]| and /)
    .map((part) => part.trim())
    .filter((part) => part.length > 1)
}

const patterns = new Map<string, RegExp>()

/** Where a text speaks of a form as a word of its own, in either case and as a plural too; undefined where it does not. */
export function placeOf(form: string, text: string): { readonly from: number; readonly to: number } | undefined {
  let pattern = patterns.get(form)
  if (!pattern) {
    const escaped = form.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}s?(?![\\p{L}\\p{N}])`, 'iu')
    patterns.set(form, pattern)
  }
  // Most texts do not hold most words: that is seen faster without the pattern.
  if (!text.toLowerCase().includes(form.toLowerCase())) return undefined
  const match = pattern.exec(text)
  return match ? { from: match.index, to: match.index + match[0].length } : undefined
}

/** The glossary of the words that the blocks use, in the order of the alphabet. */
export function glossaryOf(blocks: readonly Block[], words: Words): { block: Definitions; terms: readonly TermLink[] } {
  const text = blocks.flatMap(textsOf).join('\n')
  const used = termsOf(words).filter((term) => term.forms.some((form) => placeOf(form, text) !== undefined))
  used.sort((a, b) => a.term.localeCompare(b.term, words.file.language))
  return {
    block: { kind: 'definitions', items: used.map(({ id, term, means }) => ({ id, term, means })) },
    terms: used.map(({ id, forms }) => ({ id, forms })),
  }
}
