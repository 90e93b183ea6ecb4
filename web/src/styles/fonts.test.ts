import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { guideFile } from '../../../src/load/files/guide.ts'
import { libraryFile } from '../../../src/load/files/library.ts'
import { realEngine, realKnowledge } from '../../../test/support/real.ts'

/** A threshold whose sign falls to some typeface of the device may be read as another: each sign has its place. */
const css = readFileSync(new URL('fonts.css', import.meta.url), 'utf8')
const config = readFileSync(new URL('../../vite.config.ts', import.meta.url), 'utf8')
const signs = new Set(/SIGNS = '([^']+)'/.exec(config)?.[1])

interface Range {
  readonly from: number
  readonly to: number
}

const rangesOf = (part: string): readonly Range[] =>
  [...part.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].map(([, from = '', to = from]) => ({
    from: Number.parseInt(from, 16),
    to: Number.parseInt(to, 16),
  }))
const faces = css.split('@font-face').slice(1)
const inside = (code: number, ranges: readonly Range[]) => ranges.some(({ from, to }) => from <= code && code <= to)
const text = faces.filter((face) => !face.includes('open-sans')).flatMap(rangesOf)
const math = faces.filter((face) => face.includes('open-sans')).flatMap(rangesOf)

/** Latin with accents of Central Europe: names of authors; the device has them in any of its faces. */
const NAMES = /[\u0100-\u017f\u0200-\u024f]/u

function strange(content: string): readonly string[] {
  return [...new Set(content)].filter((sign) => {
    const code = sign.codePointAt(0) ?? 0
    if (code < 0x7f || NAMES.test(sign) || inside(code, text)) return false
    return !(inside(code, math) && signs.has(sign))
  })
}

it('has a typeface for each sign of the knowledge', () => {
  const authored = realKnowledge()
  const all = [realEngine().knowledge, libraryFile(authored, ''), guideFile(authored, 'en', '')]
  expect(strange(JSON.stringify(all))).toEqual([])
})

it('has a typeface for each sign of the interface in English', () => {
  const folder = fileURLToPath(new URL('../../words/en/', import.meta.url))
  for (const name of readdirSync(folder)) {
    expect([name, strange(readFileSync(`${folder}${name}`, 'utf8'))]).toEqual([name, []])
  }
})

it('finds a sign that no typeface has', () => {
  expect(strange('a ≥ 2 → ✓')).toEqual(['→', '✓'])
})
