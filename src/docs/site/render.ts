import MarkdownIt, { type Token } from 'markdown-it'
import { anchor } from '../markdown.ts'
import { hrefBetween, sitePath, type Target, targetOf } from './places.ts'

/** A heading of a page, with the anchor that leads to it. */
export interface Heading {
  readonly level: number
  readonly text: string
  readonly id: string
}

/** A link of a page into the checkout, and the line it stands on. */
interface Link extends Target {
  readonly line: number
}

/** What stands under one heading, as plain text to be searched. */
interface Section {
  readonly heading: Heading
  readonly text: string
}

/** A page of Markdown as the site shows it. */
export interface Rendered {
  readonly file: string
  readonly title: string
  readonly html: string
  readonly headings: readonly Heading[]
  readonly links: readonly Link[]
  /** Every place of the page that a link can name. */
  readonly ids: ReadonlySet<string>
  readonly sections: readonly Section[]
}

// HTML is let through: the pages are our own, and their anchors and line breaks are HTML.
const markdown = new MarkdownIt({ html: true })
// Tables may be wider than a phone: they scroll on their own.
markdown.renderer.rules.table_open = () => '<div class="wide"><table>\n'
markdown.renderer.rules.table_close = () => '</table></div>\n'
// The site forbids styles inside its pages, so the side that a column stands on becomes a class.
const side = (token: Token | undefined) =>
  /text-align:(\w+)/.exec(String(token?.attrs?.find(([name]) => name === 'style')?.[1] ?? ''))?.[1] ?? 'left'
// A column without a name has no head of its own.
const cell = (content: Token | undefined) => (content?.content === '' ? 'td' : 'th')
markdown.renderer.rules.th_open = (tokens, index) =>
  cell(tokens[index + 1]) === 'th' ? `<th scope="col" class="${side(tokens[index])}">` : '<td>'
markdown.renderer.rules.th_close = (tokens, index) => `</${cell(tokens[index - 1])}>\n`
markdown.renderer.rules.td_open = (tokens, index) => `<td class="${side(tokens[index])}">`

/** The words of a piece of text, without what marks them up. */
export function plain(tokens: readonly Token[] | null): string {
  return (tokens ?? [])
    .map(({ type, content }) => {
      if (type === 'text' || type === 'code_inline') return content
      return type === 'softbreak' || type === 'hardbreak' ? ' ' : ''
    })
    .join('')
}

/** The pieces of a page in their order. Example: `parse('# A')` begins with a `heading_open`. */
export function parse(text: string): Token[] {
  return markdown.parse(text, {})
}

/**
 * Renders a page: headings get the anchors that code hosts give them, links lead to the pages of the site, wide things
 * can be scrolled. Example: `render('docs/a.md', '# A').title` is `A`.
 */
export function render(file: string, text: string): Rendered {
  const tokens = withoutEmptyHeads(parse(text))
  const headings = nameHeadings(tokens, anchorsIn(text))
  const links = leadLinks(file, tokens)
  const html = markdown.renderer.render(tokens, { ...markdown.options }, {})
  const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id))
  const title = headings.find(({ level }) => level === 1)?.text ?? file
  return { file, title, html, headings, links, ids, sections: sectionsOf(tokens, headings) }
}

/** Places that a page names itself, in HTML. */
function anchorsIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id))
}

/** An anchor that stands over its heading under the same name is enough: a page has each place once. */
function nameHeadings(tokens: readonly Token[], named: ReadonlySet<string>): readonly Heading[] {
  const used = new Set<string>()
  return tokens.flatMap((token, index) => {
    if (token.type !== 'heading_open') return []
    const text = plain(tokens[index + 1]?.children ?? null)
    let id = anchor(text)
    for (let n = 1; used.has(id); n++) id = `${anchor(text)}-${n}`
    used.add(id)
    if (!named.has(id)) token.attrSet('id', id)
    return [{ level: Number(token.tag.slice(1)), text, id }]
  })
}

function leadLinks(page: string, tokens: readonly Token[]): readonly Link[] {
  const links: Link[] = []
  let line = 0
  for (const { children, map } of tokens) {
    // A cell does not know its line; its row does.
    line = map ? map[0] + 1 : line
    for (const token of children ?? []) {
      const name = { link_open: 'href', image: 'src' }[token.type]
      if (name === undefined) continue
      const href = String(token.attrs?.find(([attribute]) => attribute === name)?.[1] ?? '')
      const target = targetOf(page, href)
      if (target === undefined) {
        token.attrSet('rel', 'noreferrer')
        continue
      }
      token.attrSet(name, encodeURI(hrefBetween(sitePath(page), sitePath(target.file), target.hash)))
      links.push({ ...target, line })
    }
  }
  return links
}

/** A head without words is no head: a table of two columns without names has none. */
function withoutEmptyHeads(tokens: readonly Token[]): Token[] {
  const empty = new Set<Token>()
  for (const [start, { type }] of tokens.entries()) {
    if (type !== 'thead_open') continue
    const end = tokens.findIndex(({ type }, at) => at > start && type === 'thead_close')
    const head = tokens.slice(start, end + 1)
    if (head.every(({ type, content }) => type !== 'inline' || content === ''))
      for (const token of head) empty.add(token)
  }
  return tokens.filter((token) => !empty.has(token))
}

function sectionsOf(tokens: readonly Token[], headings: readonly Heading[]): readonly Section[] {
  const texts: string[][] = headings.map(() => [])
  let at = -1
  let inHeading = false
  for (const token of tokens) {
    if (token.type === 'heading_open') at++
    if (token.type === 'heading_open' || token.type === 'heading_close') inHeading = token.type === 'heading_open'
    else if (inHeading) continue
    else if (token.type === 'inline') texts[at]?.push(plain(token.children))
    else if (token.type === 'fence') texts[at]?.push(token.content)
  }
  return headings.map((heading, index) => ({
    heading,
    text: (texts[index] ?? []).filter(Boolean).join(' ').replaceAll(/\s+/g, ' ').trim(),
  }))
}
