import { problem } from '../core/problem.ts'
import type { Problem } from '../schema/problem.ts'

/** A text made ready to be read, and what its encoding lost. */
export interface Decoded {
  readonly body: string
  readonly problems: readonly Problem[]
  /** Bytes that were no text; told apart, since lines tell it for themselves. */
  readonly lost?: Problem
  readonly unreadable: boolean
}

const SAVE = 'save the file as UTF-8 and read it again'
// The byte order mark of UTF-8 as it looks when its bytes were read as Latin-1.
const BROKEN_MARK = '\u00EF\u00BB\u00BF'
const BEGINNING = 1000

/**
 * Takes a byte order mark off, and finds text that was decoded wrongly: UTF-16 read as bytes leaves a null in every
 * other place, bytes that were no text leave U+FFFD.
 */
export function encodingTrouble(input: string, text: string): Decoded {
  const body = text.startsWith('\uFEFF')
    ? text.slice(1)
    : text.startsWith(BROKEN_MARK)
      ? text.slice(BROKEN_MARK.length)
      : text
  if (body.trim() === '') {
    return {
      body,
      problems: [problem('file-empty', input, 'there is nothing in it', 'give a file with a record')],
      unreadable: true,
    }
  }
  if (body.slice(0, BEGINNING).includes('\u0000')) {
    const what = 'the text holds null characters, as UTF-16 does when it is read as UTF-8, or it is no text at all'
    return { body, problems: [problem('file-encoding', input, what, SAVE)], unreadable: true }
  }
  const problems: Problem[] = []
  if (text.startsWith(BROKEN_MARK)) {
    const what = 'UTF-8 was read as Latin-1: letters beyond ASCII are not what they were'
    problems.push(problem('file-encoding', input, what, SAVE))
  }
  const lost = body.indexOf('\uFFFD')
  if (lost >= 0) {
    const what = `bytes that are no text stand as U+FFFD, the first of them at character ${lost + 1}`
    return { body, problems, lost: problem('file-encoding', input, what, SAVE), unreadable: false }
  }
  return { body, problems, unreadable: false }
}

/** The encodings Scansion reads; UTF-16 shows itself by its mark or by the zeros between ASCII letters. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/**
 * Which encoding the first bytes speak for, and how many of them are the mark to skip.
 * Example: `encodingOf(Uint8Array.of(0xff, 0xfe, 0x7b, 0x00))` is `{ encoding: "utf-16le", mark: 2 }`.
 */
export function encodingOf(bytes: Uint8Array): { readonly encoding: Encoding; readonly mark: number } {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', mark: 3 }
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', mark: 2 }
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', mark: 2 }
  if (first !== undefined && first !== 0 && second === 0) return { encoding: 'utf-16le', mark: 0 }
  if (first === 0 && second !== undefined && second !== 0) return { encoding: 'utf-16be', mark: 0 }
  return { encoding: 'utf-8', mark: 0 }
}
