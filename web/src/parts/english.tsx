import type { ReactNode } from 'react'

/** Isolates of Unicode, which are not drawn: they stand around words of another language inside of a message. */
const [BEGIN, END] = ['\u2068', '\u2069']
const MARKED = new RegExp(`${BEGIN}([^${END}]*)${END}`)

/** Clinical words as a part of a translated message, to be drawn by `Mixed`. Example: `say('asked', { question: english(question) })`. */
export function english(text: string): string {
  return `${BEGIN}${text}${END}`
}

/**
 * A message in the reader's language whose clinical words are marked as English, so that a voice reads them so.
 * Example: `<Mixed text={say('tests', { tests: english(tests) })} />`.
 */
export function Mixed({ text }: { readonly text: string }): ReactNode {
  return text.split(MARKED).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of a sentence stand in their order
      <span key={index} lang="en">
        {part}
      </span>
    ) : (
      part
    ),
  )
}
