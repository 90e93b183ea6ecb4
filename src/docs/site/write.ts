import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fonts } from './fonts.ts'
import { ASSETS, pageHtml, SEARCH_PAGE, searchHtml } from './layout.ts'
import { contents } from './nav.ts'
import { sitePath } from './places.ts'
import { type Rendered, render } from './render.ts'
import { searchIndex } from './search.ts'

const USAGE = 'usage: node dist/docs/site/write.js [--check] [FOLDER]\n'
const SCRIPTS = ['theme.js', 'page.js'] as const
/** Marks a folder as written by this command, which may empty it again. */
const MARK = 'scansion-site.txt'

/** The pages of a checkout, what they link beside pages, and which links lead nowhere. */
export interface Site {
  readonly pages: readonly Rendered[]
  /** Files that are no pages, and are put into the site as they are. */
  readonly files: ReadonlySet<string>
  readonly broken: readonly string[]
}

/**
 * Reads README, CONTRIBUTING, all of docs, and every page they lead to.
 * Example: `readSite('.').broken` is empty in a sound checkout.
 */
export function readSite(root: string): Site {
  const below = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((path) => `docs/${path.split(sep).join('/')}`)
    .filter((path) => path.endsWith('.md'))
    .sort()
  const pages = new Map<string, Rendered>()
  const files = new Set<string>()
  const broken: string[] = []
  // Grows while it is walked: a page outside docs is there because another leads to it.
  const wanted = new Set(['README.md', 'CONTRIBUTING.md', ...below])
  for (const file of wanted) {
    const page = render(file, readFileSync(join(root, file), 'utf8'))
    pages.set(file, page)
    for (const { file: to, line } of page.links) {
      const path = join(root, to)
      if (to.startsWith('..') || !existsSync(path) || !statSync(path).isFile())
        broken.push(`${file}:${line}: there is no file ${to}`)
      else (to.endsWith('.md') ? wanted : files).add(to)
    }
  }
  for (const page of pages.values()) {
    for (const { file, hash, line } of page.links) {
      const to = pages.get(file)
      if (to && hash && !to.ids.has(hash)) broken.push(`${page.file}:${line}: ${file} has no place #${hash}`)
    }
  }
  return { pages: [...pages.values()], files, broken }
}

/** Writes the site of a checkout into a folder that is empty, new, or such a site. */
export function writeSite(site: Site, root: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  const put = (place: string, text: string) => {
    mkdirSync(dirname(join(folder, place)), { recursive: true })
    writeFileSync(join(folder, place), text)
  }
  const copy = (from: string, place: string) => {
    mkdirSync(dirname(join(folder, place)), { recursive: true })
    cpSync(from, join(folder, place))
  }
  put(MARK, 'Written by "npm run docs": the whole folder is written again each time.\n')
  const texts = contents((file) => readFileSync(join(root, file), 'utf8'))
  for (const page of site.pages) put(sitePath(page.file), pageHtml(page, texts))
  put(SEARCH_PAGE, searchHtml(texts))
  for (const file of site.files) copy(join(root, file), sitePath(file))

  const { css, files } = fonts()
  for (const [name, from] of files) copy(from, `${ASSETS}/${name}`)
  put(`${ASSETS}/site.css`, css + readFileSync(join(root, 'src/docs/site/site.css'), 'utf8'))
  copy(join(root, 'src/docs/site/mark.svg'), `${ASSETS}/mark.svg`)
  for (const script of SCRIPTS)
    copy(fileURLToPath(new URL(`browser/${script}`, import.meta.url)), `${ASSETS}/${script}`)
  const minisearch = dirname(dirname(createRequire(import.meta.url).resolve('minisearch')))
  copy(join(minisearch, 'umd/index.js'), `${ASSETS}/minisearch.js`)
  copy(join(minisearch, '../LICENSE.txt'), `${ASSETS}/LICENSE-minisearch.txt`)
  put(`${ASSETS}/search-index.js`, searchIndex(site.pages))
}

/** Writes the site, or with `--check` says only which links lead nowhere; answers the exit code. */
export function main(args: readonly string[], root: string): number {
  const check = args.includes('--check')
  const [folder = join(root, 'dist', 'site'), ...more] = args.filter((arg) => arg !== '--check')
  if (folder.startsWith('-') || more.length > 0) {
    process.stderr.write(USAGE)
    return 2
  }
  const to = resolve(folder)
  if (!check && existsSync(to) && readdirSync(to).length > 0 && !existsSync(join(to, MARK))) {
    process.stderr.write(`${folder} holds something else than this site: nothing was written\n`)
    return 1
  }
  const site = readSite(root)
  for (const line of site.broken) process.stderr.write(`${line}\n`)
  if (site.broken.length > 0) return 1
  if (check) return 0
  writeSite(site, root, to)
  const shown = relative(process.cwd(), to) || '.'
  process.stderr.write(`${shown}: ${site.pages.length} pages; open ${join(shown, 'index.html')}\n`)
  return 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = main(process.argv.slice(2), fileURLToPath(new URL('../../..', import.meta.url)))
}
