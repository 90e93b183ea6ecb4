import { posix } from 'node:path'
import MiniSearch, { type Options } from 'minisearch'
import { sitePath } from './places.ts'
import type { Rendered } from './render.ts'

/** A section of a page: the fields that are searched, and those that are shown. */
interface Section {
  readonly id: number
  /** Searched, without marks on letters: the name of the file, title, heading and text. */
  readonly name: string
  readonly page: string
  readonly heading: string
  readonly text: string
  /** Shown: the title with the headings above the section, its address from the root of the site, how it begins. */
  readonly title: string
  readonly address: string
  readonly start: string
}

/** Characters of a section that are shown under its name. */
const SHOWN = 150

/** What the index holds. A page in a browser opens the index with the same options. */
const OPTIONS: Options<Section> = {
  fields: ['name', 'page', 'heading', 'text'],
  storeFields: ['page', 'title', 'address', 'start'],
}

/** Letters without their marks: who types "Waldenstrom" finds Waldenström. */
function bare(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '')
}

/**
 * The index of all sections, as a script: a page opened from a folder may load scripts, and may not fetch.
 * Example: `searchIndex(pages).startsWith('window.scansionIndex')`.
 */
export function searchIndex(pages: readonly Rendered[]): string {
  const index = new MiniSearch<Section>(OPTIONS)
  index.addAll(pages.flatMap(sectionsOf).map((section, id) => ({ ...section, id })))
  return `window.scansionIndex = ${JSON.stringify({ options: OPTIONS, index })}\n`
}

function sectionsOf({ file, title, sections }: Rendered): readonly Omit<Section, 'id'>[] {
  const above: string[] = []
  return sections.map(({ heading, text }) => {
    const whole = heading.level === 1
    above.length = Math.min(above.length, heading.level - 1)
    above[heading.level - 1] = heading.text
    return {
      // The key of a finding and the id of a rule are the names of their files.
      name: whole ? posix.basename(file, '.md').replaceAll('-', ' ') : '',
      page: bare(title),
      heading: whole ? '' : bare(heading.text),
      text: bare(text),
      title: above.filter(Boolean).join(' › '),
      address: sitePath(file) + (whole ? '' : `#${encodeURI(heading.id)}`),
      start: text.length > SHOWN ? `${text.slice(0, text.lastIndexOf(' ', SHOWN))} …` : text,
    }
  })
}
