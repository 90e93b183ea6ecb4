import type { LetterView } from '../../schema/assessment.ts'
import type { Page, Part } from './page.ts'
import { letterSign } from './signs.ts'
import { columns, pad } from './text.ts'

const GAP = 4

/** The letters of the acronyms, side by side where the width allows, each with its sign, its name and its state in words. */
export function lettersPart(letters: readonly LetterView[], page: Page): Part {
  const acronyms = [...new Set(letters.map((letter) => letter.acronym))]
  const blocks = acronyms.map((name) =>
    block(
      letters.filter((letter) => letter.acronym === name),
      page,
    ),
  )
  const widths = blocks.map((lines) => Math.max(0, ...lines.map(columns)))
  const total = widths.reduce((sum, width) => sum + width, 2 + GAP * (blocks.length - 1))
  if (total > page.width)
    return { lines: blocks.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines])).map(indent) }
  const height = Math.max(0, ...blocks.map((lines) => lines.length))
  const rows = Array.from({ length: height }, (_, row) =>
    blocks
      .map((lines, index) => pad(lines[row] ?? '', (widths[index] as number) + GAP))
      .join('')
      .trimEnd(),
  )
  return { lines: rows.map(indent) }
}

const indent = (line: string) => (line === '' ? '' : `  ${line}`)

function block(letters: readonly LetterView[], page: Page): string[] {
  const wordWidth = Math.max(...letters.map((letter) => columns(letter.word)))
  return letters.map((letter) => {
    const { glyph, word, ink } = letterSign(letter)
    const draw = page.ink[ink]
    return `${page.ink.strong(letter.letter)} ${draw(glyph)} ${pad(letter.word, wordWidth)}  ${draw(word)}`
  })
}
