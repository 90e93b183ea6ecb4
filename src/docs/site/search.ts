import { posix } from 'node:path'
import MiniSearch, { type Options } from 'minisearch'
import { sitePath } from './places.ts'
import type { Rendered } from './render.ts'

/** A section of a page, as it is searched and shown. */
export interface Found {
  readonly id: number
  /** The title of the page. */
  readonly page: string
  /** The heading of the section; empty where it is the page itself. */
  readonly heading: string
  /** Its address, from the root of the site. */
  readonly address: string
  readonly start: string
}

interface Searched extends Found {
  readonly name: string
  readonly text: string
}

/** Characters of a section that are shown under its name. */
const SHOWN = 150

/** What the index holds. A page in a browser opens the index with the same options. */
const OPTIONS: Options<Searched> = {
  fields: ['name', 'page', 'heading', 'text'],
  storeFields: ['page', 'heading', 'address', 'start'],
}

/** Letters without their marks: who types "Waldenstrom" finds Waldenström. */
export function bare(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '')
}

/**
 * The index of all sections, as a script: a page opened from a folder may load scripts, and may not fetch.
 * Example: `searchIndex(pages).startsWith('window.scansionIndex')`.
 */
export function searchIndex(pages: readonly Rendered[]): string {
  const index = new MiniSearch<Searched>({
    ...OPTIONS,
    extractField: (section, field) => {
      const value = Object.entries(section).find(([name]) => name === field)?.[1]
      return OPTIONS.fields.includes(field) ? bare(String(value)) : value
    },
  })
  index.addAll(pages.flatMap(sectionsOf).map((section, id) => ({ ...section, id })))
  return `window.scansionIndex = ${JSON.stringify({ options: OPTIONS, index })}\n`
}

function sectionsOf({ file, title, sections }: Rendered): readonly Omit<Searched, 'id'>[] {
  return sections.map(({ heading, text }) => {
    const whole = heading.level === 1
    const start = text.length > SHOWN ? `${text.slice(0, text.lastIndexOf(' ', SHOWN))} …` : text
    return {
      // The key of a finding and the id of a rule are the names of their files.
      name: whole ? posix.basename(file, '.md').replaceAll('-', ' ') : '',
      page: title,
      heading: whole ? '' : heading.text,
      address: sitePath(file) + (whole ? '' : `#${encodeURI(heading.id)}`),
      start,
      text,
    }
  })
}
