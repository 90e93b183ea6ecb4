import { describe, expect, it } from 'vitest'
import { encodingOf } from '../../adapters/text.ts'
import { decode } from './decode.ts'

const utf16le = (text: string) => Buffer.from(text, 'utf16le')
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()
const mark = (bytes: readonly number[], rest: Buffer) => Buffer.concat([Buffer.from(bytes), rest])

describe('decode', () => {
  it.each([
    ['UTF-8', Buffer.from('{"id":"λ"}')],
    ['UTF-8 with a mark', mark([0xef, 0xbb, 0xbf], Buffer.from('{"id":"λ"}'))],
    ['UTF-16 LE with a mark', mark([0xff, 0xfe], utf16le('{"id":"λ"}'))],
    ['UTF-16 BE with a mark', mark([0xfe, 0xff], utf16be('{"id":"λ"}'))],
    ['UTF-16 LE without a mark', utf16le('{"id":"λ"}')],
    ['UTF-16 BE without a mark', utf16be('{"id":"λ"}')],
  ])('reads %s', (_, bytes) => {
    expect(decode(bytes, 'a.json')).toEqual({ text: '{"id":"λ"}', problems: [] })
  })

  it.each([
    [
      'a lone Latin-1 letter',
      Buffer.concat([Buffer.from('{"a":"x\ny'), Buffer.from([0xe9]), Buffer.from('z"}')]),
      9,
      2,
    ],
    ['a cut sequence at the end', Buffer.concat([Buffer.from('ab'), Buffer.from([0xe2, 0x82])]), 2, 1],
    ['the first byte', Buffer.from([0x80, 0x41]), 0, 1],
    ['after a real replacement character', Buffer.concat([Buffer.from('�λ'), Buffer.from([0xff])]), 5, 1],
    ['behind a mark', mark([0xef, 0xbb, 0xbf], Buffer.from([0x41, 0xff])), 4, 1],
  ])('names the byte of %s and reads the rest', (_, bytes, offset, line) => {
    const { text, problems } = decode(bytes, 'a.json')
    expect(text).toContain('�')
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ code: 'file-encoding', at: `a.json:${line}` })
    expect(problems[0]?.what).toContain(`byte ${offset} `)
  })

  it('counts from the start of the file where it reads a line', () => {
    const { problems } = decode(Buffer.from([0x41, 0xff]), 'a.ndjson:7', 1000)
    expect(problems[0]).toMatchObject({ at: 'a.ndjson:7' })
    expect(problems[0]?.what).toContain('byte 1001 ')
  })

  it('keeps a replacement character that stands in the input', () => {
    expect(decode(Buffer.from('a�'), 'a.json').problems).toEqual([])
  })

  it('says that half a UTF-16 character is missing', () => {
    const { problems } = decode(mark([0xff, 0xfe], utf16le('ab').subarray(0, 3)), 'a.json')
    expect(problems[0]).toMatchObject({ code: 'file-encoding' })
    expect(problems[0]?.what).toContain('byte 4 ')
  })

  it('takes an empty input for UTF-8', () => {
    expect(encodingOf(new Uint8Array())).toEqual({ encoding: 'utf-8', mark: 0 })
  })
})
