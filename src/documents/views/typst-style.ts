import type { Document } from '../blocks.ts'

/** The two typefaces of a PDF. The command brings their files. */
export const TYPEFACES = { text: 'Source Sans 3', heading: 'Source Serif 4' } as const

/** Sizes of a page for reading at leisure, and of a sheet that has to be short. */
const SIZES = {
  page: {
    text: '12.5pt',
    lead: '15pt',
    title: '27pt',
    section: '18pt',
    part: '12.5pt',
    note: '10.5pt',
    margin: '20mm',
    gap: '1.05em',
    leading: '0.68em',
  },
  form: {
    text: '11pt',
    lead: '13pt',
    title: '22pt',
    section: '15pt',
    part: '11pt',
    note: '9.5pt',
    margin: '16mm',
    gap: '0.8em',
    leading: '0.55em',
  },
  sheet: {
    text: '8.5pt',
    lead: '10pt',
    title: '16pt',
    section: '11pt',
    part: '8.5pt',
    note: '8pt',
    margin: '14mm',
    gap: '0.6em',
    leading: '0.48em',
  },
} as const

/** What stands before the text: page, type, colours. Looks set by hand in black; colour says nothing that a word does not. */
export function preamble({ format, language, title }: Document, foot: string): string {
  const size = SIZES[format]
  return `#set document(title: ${literal(title)}, date: none)
#set page(paper: "a4", margin: (x: ${size.margin}, top: ${size.margin}, bottom: 18mm), footer: context [
  #set text(size: 8.5pt, fill: rgb("#47534F"))
  #${literal(foot)} #h(1fr) #counter(page).display("1 / 1", both: true)
])
#set text(font: "${TYPEFACES.text}", fallback: false, size: ${size.text}, lang: ${literal(language.split('-')[0] ?? 'en')}, fill: rgb("#16201F"), number-width: "tabular", hyphenate: false)
#set par(leading: ${size.leading}, spacing: ${size.gap})
#set list(spacing: ${format === 'sheet' ? '0.5em' : '0.65em'}, indent: 0pt, body-indent: 0.6em, marker: [–])
#set enum(spacing: 0.65em)
#show title: set text(font: "${TYPEFACES.heading}", weight: 400, size: ${size.title})
#show title: set block(below: 0.6em)
#show heading: set text(font: "${TYPEFACES.heading}", weight: 400)
#show heading.where(level: 1): set text(size: ${size.section})
#show heading.where(level: 1): set block(above: ${format === 'page' ? '1.6em' : '0.85em'}, below: ${format === 'page' ? '0.7em' : '0.5em'})
#show heading.where(level: 2): set text(font: "${TYPEFACES.text}", weight: 600, size: ${size.part})
#show heading.where(level: 2): set block(above: 1.2em, below: 0.6em)
#set table(stroke: (x, y) => (top: if y <= 1 { 0.7pt } else { 0.4pt + rgb("#B5BBB7") }, bottom: 0.4pt + rgb("#B5BBB7")), inset: (left: 0pt, right: 10pt, y: ${format === 'page' ? '5pt' : '2.6pt'}))
#let lead(body) = text(font: "${TYPEFACES.heading}", size: ${size.lead}, body)
#let note(body) = text(fill: rgb("#47534F"), body)
#let small(body) = text(size: ${size.note}, body)
#let cites(..numbers) = box(super(numbers.pos().map(n => link(label("source-" + str(n)), str(n))).join(" ")))
`
}

/** A text as typst reads a string: nothing in it can be taken for markup. */
export function literal(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', ' ')}"`
}
