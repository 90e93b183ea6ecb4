/** Width of a character and height of a line, in pixels of the drawing. */
const CHAR = 8.4
const LINE = 19
const PAD = 20

/** Attributes that a span of terminal text can have, by their code, and the codes that end them. */
const ON: Readonly<Record<string, string>> = { 1: 'b', 2: 'q', 31: 'r', 33: 'y', 34: 'u', 90: 'g' }
const OFF: Readonly<Record<string, readonly string[]>> = {
  0: ['b', 'q', 'r', 'y', 'u', 'g'],
  22: ['b', 'q'],
  39: ['r', 'y', 'u', 'g'],
}

// Inks that keep 4.5 : 1 on both grounds; yellow is brown on white.
const STYLE = `
  .ground { fill: #ffffff; stroke: #d0d7de }
  text { fill: #1f2328; font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; white-space: pre }
  .b { font-weight: 700 } .q, .g { fill: #59636e } .r { fill: #b3261e } .y { fill: #7d4e00 } .u { fill: #0550ae }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #0d1117; stroke: #30363d }
    text { fill: #e6edf3 } .q, .g { fill: #9198a1 } .r { fill: #ff8a80 } .y { fill: #e3b341 } .u { fill: #79c0ff }
  }`

const inXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

interface Span {
  readonly column: number
  readonly text: string
  readonly inks: readonly string[]
}

/** The spans of one line. Inks last over the ends of lines, so they are handed on. */
function spansOf(line: string, inks: Set<string>): readonly Span[] {
  const spans: Span[] = []
  let column = 0
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what is looked for
  for (const part of line.split(/(\u001b\[[0-9;]*m)/)) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: as above
    const codes = /^\u001b\[([0-9;]*)m$/.exec(part)?.[1]
    if (codes !== undefined) {
      for (const code of codes.split(';')) {
        for (const ink of OFF[code] ?? []) inks.delete(ink)
        const ink = ON[code]
        if (ink) inks.add(ink)
      }
      continue
    }
    if (part.trim() !== '') spans.push({ column, text: part, inks: [...inks].sort() })
    column += [...part].length
  }
  return spans
}

/**
 * Terminal output with its colours as a drawing whose text can be read and copied, for light and dark pages alike.
 * Each span stands at its own column, so that lines stay straight whatever the font.
 */
export function terminalSvg(output: string): string {
  const inks = new Set<string>()
  const lines = output.trimEnd().split('\n')
  const drawn = lines.map((line) => spansOf(line, inks))
  const columns = Math.max(...drawn.flat().map(({ column, text }) => column + [...text].length))
  const width = Math.ceil(columns * CHAR + 2 * PAD)
  const height = lines.length * LINE + 2 * PAD
  const text = drawn.flatMap((spans, row) =>
    spans.map(({ column, text, inks }) => {
      const indent = text.length - text.trimStart().length
      const x = Math.round((PAD + (column + indent) * CHAR) * 10) / 10
      const y = PAD + row * LINE + 14
      const shown = text.trim()
      const length = Math.round([...shown].length * CHAR * 10) / 10
      const style = inks.length > 0 ? ` class="${inks.join(' ')}"` : ''
      return `<text x="${x}" y="${y}" textLength="${length}"${style}>${inXml(shown)}</text>`
    }),
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="What the command prints at a terminal">
<style>${STYLE}
</style>
<rect class="ground" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"/>
${text.join('\n')}
</svg>
`
}
