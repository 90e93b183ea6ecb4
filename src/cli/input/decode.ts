import { isAscii, isUtf8 } from 'node:buffer'
import { type Encoding, encodingOf } from '../../adapters/text.ts'
import { type Problem, problem } from '../../core/problem.ts'

export interface Decoded {
  readonly text: string
  readonly problems: readonly Problem[]
}

/**
 * Bytes as text. Bytes that are not text become � and a problem that names the first of them; the rest is read.
 * `at` is the place of the bytes in the input, `offset` their distance from its start.
 */
export function decode(bytes: Uint8Array, at: string, offset = 0): Decoded {
  const { encoding, mark } = offset === 0 ? encodingOf(bytes) : { encoding: 'utf-8' as const, mark: 0 }
  const body = bytes.subarray(mark)
  if (encoding !== 'utf-8') return decodeUtf16(body, encoding, at, mark)
  // Most input is ASCII, which needs no decoder.
  if (isAscii(body))
    return { text: Buffer.from(body.buffer, body.byteOffset, body.length).toString('latin1'), problems: [] }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(body)
  if (isUtf8(body)) return { text, problems: [] }
  const bad = firstBadByte(body, text)
  const hex = `0x${(body[bad] ?? 0).toString(16).padStart(2, '0')}`
  const place = offset === 0 ? `${at}:${lineOf(body, bad)}` : at
  const what = `byte ${offset + mark + bad} (${hex}) is not valid UTF-8; it and any further ones were read as �`
  const hint = 'save the file as UTF-8; a file in Latin-1 becomes it with: iconv -f latin1 -t utf-8'
  return { text, problems: [problem('file-encoding', place, what, hint)] }
}

function decodeUtf16(body: Uint8Array, encoding: Encoding, at: string, mark: number): Decoded {
  const text = new TextDecoder(encoding).decode(body)
  const odd = body.length % 2 === 1
  if (!odd && !text.includes('\ufffd')) return { text, problems: [] }
  const where = odd ? `byte ${mark + body.length - 1} is half a character` : 'a character is only half there'
  const what = `not valid ${encoding.toUpperCase()}: ${where}; it was read as �`
  return { text, problems: [problem('file-encoding', at, what, 'save the file as UTF-8')] }
}

/**
 * The byte of the first replacement character that was not in the input itself: what stands before it is valid,
 * so that encoding it again counts its bytes.
 */
function firstBadByte(bytes: Uint8Array, text: string): number {
  let offset = 0
  let from = 0
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', from)) {
    offset += Buffer.byteLength(text.slice(from, at))
    if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd) return offset
    offset += 3
    from = at + 1
  }
  return offset
}

function lineOf(bytes: Uint8Array, end: number): number {
  let line = 1
  for (const byte of bytes.subarray(0, end)) if (byte === 0x0a) line++
  return line
}
