import { readdirSync, readFileSync } from 'node:fs'
import { posix, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { anchor } from '../../src/docs/markdown.ts'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** A page of Markdown, by its path from the root of the checkout. */
export interface MarkdownPage {
  readonly path: string
  readonly text: string
}

/** A fenced block: language, words after it, content, and the line it begins on. */
export interface Fence {
  readonly path: string
  readonly line: number
  readonly language: string
  readonly words: readonly string[]
  readonly content: string
}

/** All pages: docs, README, CONTRIBUTING, and the READMEs of the cases. */
export function markdownPages(): readonly MarkdownPage[] {
  const below = (folder: string) =>
    readdirSync(`${ROOT}/${folder}`, { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path.split(sep).join('/')}`)
      .filter((path) => path.endsWith('.md'))
  return ['README.md', 'CONTRIBUTING.md', ...below('docs'), ...below('cases')].map((path) => ({
    path,
    text: readFileSync(`${ROOT}/${path}`, 'utf8'),
  }))
}

/** The fenced blocks of a page. Example: ` ```json record file=a.json ` has language `json` and two words. */
export function fencesOf({ path, text }: MarkdownPage): readonly Fence[] {
  const fences: Fence[] = []
  const lines = text.split('\n')
  for (let i = 0; i < lines.length; i++) {
    const open = /^```(\S+)(.*)$/.exec(lines[i] ?? '')
    if (!open) continue
    const end = lines.indexOf('```', i + 1)
    const [, language = '', words = ''] = open
    fences.push({
      path,
      line: i + 1,
      language,
      words: words.split(' ').filter(Boolean),
      content: lines.slice(i + 1, end).join('\n'),
    })
    i = end
  }
  return fences
}

/** Anchors of a page: its headings, and those written as HTML. A heading that stands twice gets `-1`. */
export function anchorsOf(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const [, heading = ''] of withoutFences(text).matchAll(/^#+ (.*)$/gm)) {
    const plain = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    let name = anchor(plain)
    for (let n = 1; found.has(name); n++) name = `${anchor(plain)}-${n}`
    found.add(name)
  }
  for (const [, id = ''] of text.matchAll(/<a id="([^"]+)">/g)) found.add(id)
  return found
}

/** Links to other pages and places: where they lead, from the root of the checkout. */
export function linksOf({ path, text }: MarkdownPage): readonly { readonly file: string; readonly hash?: string }[] {
  return [...withoutFences(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [file = '', hash] = target.split('#')
      return { file: file === '' ? path : posix.join(posix.dirname(path), file), ...(hash ? { hash } : undefined) }
    })
}

function withoutFences(text: string): string {
  return text.replaceAll(/^```[\s\S]*?^```$/gm, '')
}

/**
 * Expected output as a pattern: a line of `…` is any lines, `…` inside a line anything there.
 * Example: `outputPattern('a\n…\nb').test('a\nx\ny\nb\n')`.
 */
export function outputPattern(expected: readonly string[]): RegExp {
  const lines = expected.map((line) =>
    line === '…' ? '(?:.*\\n)*?' : `${line.split('…').map(escapePattern).join('.*')}\\n`,
  )
  return new RegExp(`^${lines.join('')}$`)
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
