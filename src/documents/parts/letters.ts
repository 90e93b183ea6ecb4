import type { Block, Letters } from '../blocks.ts'
import type { Words } from '../words.ts'

const NAME = ['p', 'o', 'e', 'm', 's'] as const
const BESIDE = ['p', 'e', 's', 't'] as const

/** What the illness is, then its name letter by letter, then what the name leaves out. */
export function letterBlocks(words: Words, sex: 'male' | 'female' | undefined): Block[] {
  const general = (name: string) => ({ kind: 'paragraph' as const, ...words.told(`guide.general.${name}`) })
  return [
    { kind: 'heading', level: 2, id: 'what', text: words.say('guide.page.what') },
    ...['what-it-is', 'is-it-cancer', 'cause', 'why-early'].map(general),
    { kind: 'heading', level: 2, id: 'letters', text: words.say('guide.page.letters') },
    { kind: 'paragraph', ...words.told('guide.letters.intro') },
    lettersOf(NAME, 'guide.letters.', words, sex),
    { kind: 'heading', level: 3, text: words.say('guide.page.pest') },
    { kind: 'paragraph', ...words.told('guide.letters.pest-intro') },
    lettersOf(BESIDE, 'guide.letters.pest-', words, sex),
    { kind: 'paragraph', ...words.told('guide.letters.vegf') },
    { kind: 'paragraph', ...words.told('guide.letters.beyond') },
  ]
}

function lettersOf(
  letters: readonly string[],
  beginning: string,
  words: Words,
  sex: 'male' | 'female' | undefined,
): Letters {
  const other = sex === 'male' ? '-women' : sex === 'female' ? '-men' : undefined
  return {
    kind: 'letters',
    items: letters.map((letter) => ({
      letter: letter.toUpperCase(),
      says: [`${beginning}${letter}`, ...words.ids(`${beginning}${letter}-`)]
        .filter((id) => beginning !== 'guide.letters.' || !id.startsWith('guide.letters.pest-'))
        .filter((id) => other === undefined || !id.endsWith(other))
        .map((id) => words.told(id)),
    })),
  }
}
