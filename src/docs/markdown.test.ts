import { describe, expect, it } from 'vitest'
import { anchor, blocks, capital, list, section, table } from './markdown.ts'

describe('markdown', () => {
  it('escapes what would end a cell', () => {
    expect(table(['a'], [['x | y'], ['two\nlines']])).toBe('| a |\n| --- |\n| x \\| y |\n| two lines |')
  })

  it('leaves out what is empty', () => {
    expect(table(['a'], [])).toBe('')
    expect(list(undefined)).toBe('')
    expect(section('Heading', '')).toBe('')
    expect(blocks('a', undefined, '', 'b')).toBe('a\n\nb')
  })

  it.each([
    ['papilloedema', 'Papilloedema'],
    ['[papilloedema](x)', '[Papilloedema](x)'],
    ['**not** here', '**Not** here'],
    ['VEGF', 'VEGF'],
    ['sPAP', 'sPAP'],
    ['≥ 450', '≥ 450'],
  ])('%s begins as %s', (text, begins) => {
    expect(capital(text)).toBe(begins)
  })

  it.each([
    ['2. Who says what?', '2-who-says-what'],
    ['Add a finding', 'add-a-finding'],
    ['`--json`', '--json'],
  ])('%s has the anchor %s', (heading, name) => {
    expect(anchor(heading)).toBe(name)
  })
})
