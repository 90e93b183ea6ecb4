import { expect, it } from 'vitest'
import { gridOf, isTable } from './grid.ts'

const cells = (name: string, text: string, mark?: string) => gridOf(name, text, mark).rows.map((row) => row.cells)

it('knows a table by its name', () => {
  expect(['a.csv', 'a.TSV.gz', 'a.json', 'csv'].map(isTable)).toEqual([true, true, false, false])
})

it.each([
  ['commas', 'a.csv', 'x,y\n1,2', undefined],
  ['semicolons', 'a.csv', 'x;y\n1;2', undefined],
  ['tabs by the name', 'a.tsv', 'x\ty\r\n1\t2\r\n', undefined],
  ['a byte order mark', 'a.csv', '\uFEFFx,y\n1,2\n', undefined],
  ['empty lines', 'a.csv', '\nx,y\n\n,\n1,2\n\n', undefined],
  ['the delimiter that is named', 'a.csv', 'x|y\n1|2', '|'],
])('cuts at %s', (_, name, text, mark) => {
  expect(cells(name, text, mark)).toEqual([
    ['x', 'y'],
    ['1', '2'],
  ])
})

it('keeps the delimiter and line ends in quotes, and counts the lines on', () => {
  const { rows } = gridOf('a.csv', 'x,y\n"1,1","two\nlines"\n3,"a ""b"""\n', undefined)
  expect(rows).toEqual([
    { line: 1, cells: ['x', 'y'] },
    { line: 2, cells: ['1,1', 'two\nlines'] },
    { line: 4, cells: ['3', 'a "b"'] },
  ])
})

it('keeps the rows before a quote that is never closed, and names the place', () => {
  const { rows, problems } = gridOf('a.csv', 'x,y\n1,2\n3,"4\n5,6\n', undefined)
  expect(rows.map((row) => row.line)).toEqual([1, 2])
  expect(problems).toMatchObject([{ code: 'format-unknown', at: 'a.csv:3' }])
})

it('leaves rows of any length for the reader to tell', () => {
  expect(cells('a.csv', 'x,y\n1\n1,2,3')).toEqual([['x', 'y'], ['1'], ['1', '2', '3']])
})
