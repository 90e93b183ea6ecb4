import type { Said, TermLink } from '../blocks.ts'
import { placeOf } from '../parts/library.ts'

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
    const found: { id: string; from: number; to: number }[] = []
    for (const { id, forms } of this.#terms) {
      if (this.#seen.has(id)) continue
      const matches = forms.flatMap((form) => {
        const place = placeOf(form, text)
        return place ? [{ id, ...place }] : []
      })
      const first = matches.sort((a, b) => a.from - b.from || b.to - a.to)[0]
      if (first) found.push(first)
    }
    let html = ''
    let at = 0
    for (const { id, from, to } of found.sort((a, b) => a.from - b.from || b.to - a.to)) {
      if (from < at) continue
      this.#seen.add(id)
      html += `${plain(text.slice(at, from))}<a class="term" href="#term-${id}">${plain(text.slice(from, to))}</a>`
      at = to
    }
    return html + plain(text.slice(at))
  }
}
