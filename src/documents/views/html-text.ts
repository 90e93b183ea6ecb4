import type { Said, TermLink } from '../blocks.ts'
import { segmentsOf } from '../parts/segments.ts'

/** Text as it stands in HTML. */
export function plain(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** Draws texts of one section: the first use of a term in it leads to the glossary. */
export class Texts {
  readonly #terms: readonly TermLink[]
  readonly #source: string
  #seen = new Set<string>()

  constructor(terms: readonly TermLink[], source: string) {
    this.#terms = terms
    this.#source = source
  }

  /** A new section begins: its terms are explained again. */
  begin(): void {
    this.#seen = new Set()
  }

  said({ text, cites }: Said): string {
    return `${this.linked(text)}${this.cites(cites)}`
  }

  cites(numbers: readonly number[] | undefined): string {
    if (!numbers || numbers.length === 0) return ''
    const links = numbers.map(
      (number) => `<a href="#source-${number}" aria-label="${plain(this.#source)} ${number}">${number}</a>`,
    )
    return `<sup>${links.join(' ')}</sup>`
  }

  linked(text: string): string {
    return segmentsOf(text, this.#terms, this.#seen)
      .map((part) => (part.id ? `<a class="term" href="#term-${part.id}">${plain(part.text)}</a>` : plain(part.text)))
      .join('')
  }
}
