/** Cells and lines may hold `|`, which would end a cell. */
const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

/** A table, or nothing where it would have no rows. Example: `table(['Key'], [['ascites']])`. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** A list of one line per text, or nothing. */
export function list(texts: readonly string[] | undefined): string {
  return (texts ?? []).map((text) => `- ${text}`).join('\n')
}

/** A heading over its body; nothing where the body is empty. */
export function section(heading: string, body: string | undefined, level = 2): string {
  return body ? `${'#'.repeat(level)} ${heading}\n\n${body}` : ''
}

/** Blocks with a blank line between them; empty ones fall out. */
export function blocks(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n')
}

/** Upper case at the start, also inside a link. Example: `capital('[papilloedema](x)')`. */
export function capital(text: string): string {
  return text.replace(/^(\[|\*\*)?[a-z](?=[a-z ])/, (start) => start.toUpperCase())
}

/** The anchor that GitHub and others give a heading. Example: `anchor('2. Who says what?')` is `2-who-says-what`. */
export function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-')
}
