import { posix } from 'node:path'

/**
 * Where a file of the checkout stands in the site: at the same place, so that what is linked in Markdown is linked there.
 * A README is the index of its folder; a name without ending gets `.txt`, so that a browser shows it.
 * Example: `sitePath('docs/learn/first-assessment.md')` is `docs/learn/first-assessment.html`.
 */
export function sitePath(file: string): string {
  if (posix.basename(file) === 'README.md') return posix.join(posix.dirname(file), 'index.html')
  if (file.endsWith('.md')) return `${file.slice(0, -'.md'.length)}.html`
  return posix.extname(file) === '' ? `${file}.txt` : file
}

/** The address of one place of the site seen from another. Example: `hrefBetween('a/b.html', 'c.css')` is `../c.css`. */
export function hrefBetween(from: string, to: string, hash?: string): string {
  const path = from === to && hash ? '' : posix.relative(posix.dirname(from), to)
  return hash ? `${path}#${hash}` : path
}

/** Where a link inside the checkout leads; nothing for an address of its own, as `https:` and `mailto:`. */
export interface Target {
  readonly file: string
  readonly hash?: string
}

/**
 * What a link of a page means. Example: `targetOf('docs/a.md', '../NOTICE#x')` is `{ file: 'NOTICE', hash: 'x' }`.
 */
export function targetOf(page: string, href: string): Target | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href)) return undefined
  const [path = '', hash] = href.split('#')
  const file = path === '' ? page : posix.join(posix.dirname(page), decodeURI(path))
  return hash ? { file, hash: decodeURIComponent(hash) } : { file }
}
