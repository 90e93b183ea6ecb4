import { type Contents, type Entry, type Group, INDEX, sequence, standingOf } from './nav.ts'
import { hrefBetween, sitePath } from './places.ts'
import type { Heading, Rendered } from './render.ts'

/** The places of the site that are not pages of Markdown. */
export const SEARCH_PAGE = 'search.html'
export const ASSETS = 'assets'
/** Longer lists of what is on a page name its main headings only. */
const SHORT = 24

/** Text as HTML shows it. Example: `inHtml('a < b')` is `a &lt; b`. */
function inHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** The HTML of a page of the site. */
export function pageHtml(page: Rendered, contents: Contents): string {
  const at = sitePath(page.file)
  const toc = onThisPage(page.headings)
  const main = `${crumbs(page, contents)}
${toc}<article class="text">
${page.html}</article>
${neighbours(page.file, contents)}`
  return frame({ at, title: page.title, main, contents, file: page.file })
}

/** The page that shows all results of a search; the words are in its address. */
export function searchHtml(contents: Contents): string {
  const main = `<article class="text"><h1>Search</h1>
<p id="found-how-many" role="status">Type a word above.</p>
<noscript><p>Searching needs JavaScript. It asks no other computer: the index is part of this site.</p></noscript>
<ol id="found-all" class="found"></ol></article>`
  return frame({ at: SEARCH_PAGE, title: 'Search', main, contents })
}

interface Frame {
  readonly at: string
  readonly title: string
  readonly main: string
  readonly contents: Contents
  readonly file?: string
}

function frame({ at, title, main, contents, file }: Frame): string {
  const to = (place: string) => inHtml(hrefBetween(at, place))
  const name = file === 'README.md' ? 'Scansion: documentation' : `${title} · Scansion`
  return `<!doctype html>
<html lang="en" data-root="${to('.') || '.'}/">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'; font-src 'self'; style-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'">
<meta name="color-scheme" content="light dark">
<title>${inHtml(name)}</title>
<link rel="icon" href="${to(`${ASSETS}/mark.svg`)}" type="image/svg+xml">
<link rel="stylesheet" href="${to(`${ASSETS}/site.css`)}">
<script src="${to(`${ASSETS}/theme.js`)}"></script>
<script src="${to(`${ASSETS}/page.js`)}" defer></script>
</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
<header class="bar">
<a class="mark" href="${to('index.html')}">${MARK}Scansion</a>
<form class="search" role="search" action="${to(SEARCH_PAGE)}">
<label class="unseen" for="words">Search the documentation</label>
<input id="words" name="q" type="search" placeholder="Search" autocomplete="off" spellcheck="false" aria-describedby="search-key">
<kbd id="search-key"><span class="unseen">Shortcut: </span>/</kbd>
<div id="found" class="found" role="region" aria-label="Search results" hidden></div>
</form>
<button id="theme" type="button" hidden>Dark</button>
</header>
<div class="spread">
<nav class="contents" aria-label="Contents">
<button class="fold" type="button" aria-expanded="false" aria-controls="contents" hidden>Contents</button>
<div id="contents">${list([link({ label: 'Documentation', file: INDEX }, at, file)])}${kinds(contents, at, file)}</div>
</nav>
<main id="main" tabindex="-1">
${main}
</main>
</div>
<footer class="foot"><span>Not a medical device: it supports a professional who can check the basis of each statement.</span>
<span>Knowledge, and what is generated from it: CC BY 4.0. Code: Apache-2.0.</span></footer>
</body>
</html>
`
}

const MARK = `<svg viewBox="0 0 34 10" aria-hidden="true"><path d="M1 2c1.5 6 8.5 6 10 0" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M16 6.5h10" stroke="currentColor" stroke-width="2.2"/><path d="M31.5 0v10" stroke="currentColor"/></svg>`

function link({ label, file, hash }: Entry, at: string, current?: string): string {
  const here = file === current && !hash ? ' aria-current="page"' : ''
  return `<a href="${inHtml(encodeURI(hrefBetween(at, sitePath(file), hash)))}"${here}>${inHtml(label)}</a>`
}

function list(items: readonly string[], name = 'lines'): string {
  return `<ul class="${name}">${items.map((item) => `<li>${item}</li>`).join('')}</ul>`
}

/** The kinds with their pages. The list that a page belongs to is open, and in it the group of the page. */
function kinds(contents: Contents, at: string, current?: string): string {
  const standing = current === undefined ? undefined : standingOf(contents, current)
  const open = standing && contents.lists.get(standing.entry.file)
  const named = new Set(open?.flatMap(({ entries }) => entries.map(({ file }) => file)))
  return contents.kinds
    .map(({ label, entries }) => {
      const items = entries
        // What the open list names is not named beside it as well.
        .filter(({ file }) => !named.has(file))
        .map((entry) => {
          const inside = open && entry === standing?.entry ? groupList(open, at, standing.group, current) : ''
          return link(entry, at, current) + inside
        })
      return `<p>${inHtml(label)}</p>${list(items)}`
    })
    .join('')
}

function groupList(groups: readonly Group[], at: string, own: Group | undefined, current?: string): string {
  const links = (group: Group) => group.entries.map((entry) => link(entry, at, current))
  const items = groups.flatMap((group) => {
    if (!group.at) return links(group)
    const name = `<span class="level-${group.level}">${link(group.at, at)}</span>`
    return [group === own ? name + list(links(group), 'below') : name]
  })
  return list(items, 'below')
}

function crumbs({ file, title }: Rendered, contents: Contents): string {
  const standing = standingOf(contents, file)
  if (!standing) return ''
  const at = sitePath(file)
  const { kind, entry, group } = standing
  // A list that comes first in its kind stands for the kind.
  const first = kind.entries[0] === entry
  const parts = [
    group && first ? link({ ...entry, label: kind.label }, at) : inHtml(kind.label),
    ...(group && !first ? [link(entry, at)] : []),
    ...(group?.at ? [link(group.at, at)] : []),
  ]
  return parts[0] === inHtml(title)
    ? ''
    : `<nav class="crumbs" aria-label="Where this page stands"><ol>${parts.map((part) => `<li>${part}</li>`).join('')}</ol></nav>`
}

/** What is on a page: its headings of the second level, with those of the third where they are few. */
function onThisPage(headings: readonly Heading[]): string {
  const main = headings.filter(({ level }) => level === 2)
  const both = headings.filter(({ level }) => level === 2 || level === 3)
  const shown = main.length < 3 || both.length <= SHORT ? both : main
  if (shown.length < 2) return ''
  const items = shown.map(
    ({ id, text, level }) => `<li class="level-${level}"><a href="#${encodeURI(id)}">${inHtml(text)}</a></li>`,
  )
  return `<nav class="here" aria-label="On this page">
<button class="fold" type="button" aria-expanded="false" aria-controls="here" hidden>On this page</button>
<div id="here"><p>On this page</p><ul>${items.join('')}</ul></div>
</nav>
`
}

function neighbours(file: string, contents: Contents): string {
  const all = sequence(contents)
  const index = all.findIndex((entry) => entry.file === file)
  if (index < 0) return ''
  const at = sitePath(file)
  const [before, after] = [all[index - 1], all[index + 1]]
  const parts = [
    before ? `<span>Before: ${link(before, at)}</span>` : '',
    after ? `<span>Next: ${link(after, at)}</span>` : '',
  ]
  return `<nav class="turn" aria-label="Pages before and after">${parts.join('')}</nav>`
}
