import MiniSearch from 'minisearch'
import type { LibraryFile } from '../../../../src/load/files/library.ts'
import type { Place } from '../place.ts'
import { documentsOf, type Searched } from './documents.ts'
import { excerptOf, fold, type Piece, wordsOf } from './excerpt.ts'

export interface Found extends Place {
  readonly title: readonly Piece[]
  /** The place of its text in which the words stand. */
  readonly excerpt: readonly Piece[]
}

/** Finds entries by what a reader types: with a mistake in a word, a word not finished, in either spelling. */
export class Finder {
  readonly #documents: ReadonlyMap<string, Searched>
  readonly #index: MiniSearch<Searched>

  private constructor(documents: readonly Searched[]) {
    this.#documents = new Map(documents.map((document) => [document.at, document]))
    this.#index = new MiniSearch<Searched>({
      idField: 'at',
      fields: ['title', 'also', 'codes', 'text'],
      tokenize: (text) => wordsOf(text).map(({ word }) => word),
      processTerm: (term) => fold(term),
      searchOptions: {
        boost: { title: 8, also: 5, codes: 4 },
        prefix: (term) => term.length > 1,
        fuzzy: (term) => (term.length > 4 && !/\d/.test(term) ? 0.2 : false),
        weights: { fuzzy: 0.2, prefix: 0.5 },
        // What the knowledge is about comes before the works that it rests on.
        boostDocument: (at) => (String(at).startsWith('sources/') ? 0.5 : 1),
      },
    })
  }

  /** Reads the library a few entries at a time, so that the page answers meanwhile. Example: `await Finder.of(library)`. */
  static async of(library: LibraryFile): Promise<Finder> {
    const documents = documentsOf(library)
    const finder = new Finder(documents)
    await finder.#index.addAllAsync(documents, { chunkSize: 20 })
    return finder
  }

  /** The best entries, best first. Example: `finder.find('papiledema')[0]?.id` is "papilledema". */
  find(text: string, most = 20): readonly Found[] {
    if (fold(text).trim() === '') return []
    const all = this.#index.search(text, { combineWith: 'AND' })
    const results = all.length > 0 ? all : this.#index.search(text, { combineWith: 'OR' })
    return results.slice(0, most).flatMap(({ id, terms }) => {
      const document = this.#documents.get(String(id))
      if (!document) return []
      const { kind, id: own, title, also, codes, text: words } = document
      const found = new Set(terms)
      const [excerpt = []] = [words, codes, also]
        .map((one) => excerptOf(one, found))
        .toSorted((a, b) => marked(b) - marked(a))
      return [{ kind, id: own, title: excerptOf(title, found, title.length), excerpt }]
    })
  }
}

/** How many different words are marked. */
const marked = (pieces: readonly Piece[]): number =>
  new Set(pieces.filter(({ found }) => found).map(({ text }) => fold(text))).size
