import { describe, expect, it } from 'vitest'
import { cases, made, realGuide } from '../../test/support/persons.ts'
import { realEngine } from '../../test/support/real.ts'
import { guide, referralSheet, STAGES, typst, visitSheet } from '../documents/index.ts'
import { pdfOf, UnprintableError } from './pdf.ts'

const file = realGuide()

const pagesOf = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0

const sheetWith = (text: string): string =>
  typst({ ...guide(file, 'suspected'), blocks: [{ kind: 'paragraph', text }] })

/** Every finding present and every number known, on two days, after ten courses. */
function everything() {
  const { findings } = realEngine().knowledge
  const given = Object.entries(findings).flatMap(([key, { kind, unit }]) => {
    if (kind === 'finding' || kind === 'diagnosis') return [[key, ['present on 2024-03-01', 'present on 2025-03-01']]]
    return kind === 'measurement' ? [[key, [`7 ${unit} on 2024-03-01`, `5 ${unit} on 2025-03-01`]]] : []
  })
  const courses = Array.from(
    { length: 10 },
    (_, i) => `cidp with ivig, corticosteroids response none from 201${i}-01 to 201${i}-06`,
  )
  return made({ ...Object.fromEntries(given), course: courses })
}

describe('the PDF', () => {
  it('prints every sign that the words and the sheets use, thresholds among them', async () => {
    const words = Object.values(file.messages).join('')
    const sheets = cases().flatMap(([, person]) => JSON.stringify(referralSheet(file, person).blocks))
    const signs = [...new Set(`≥≤<>±≈µ⁹×λκ–—…’“”°²³½☐${words}${sheets.join('')}`)].filter((sign) => sign.trim() !== '')
    expect(signs.length).toBeGreaterThan(90)
    await expect(pdfOf(sheetWith(signs.join(' ')))).resolves.toBeInstanceOf(Uint8Array)
  })

  it('refuses a sign that no typeface has, naming it', async () => {
    await expect(pdfOf(sheetWith('VEGF 漢 200'))).rejects.toThrow(UnprintableError)
    await expect(pdfOf(sheetWith('VEGF 漢 200'))).rejects.toThrow('no typeface has the sign 漢')
  })

  it('is tagged as PDF/UA, has a title and a language, and two typefaces at most', async () => {
    const pdf = Buffer.from(await pdfOf(typst(guide(file, 'follow-up', made())))).toString('latin1')
    expect(pdf).toContain('pdfuaid:part')
    expect(pdf).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/)
    expect(pdf).toMatch(/\/Lang\s*\(en/)
    const families = [...pdf.matchAll(/\/FontName\s*\/[A-Z]{6}\+([A-Za-z0-9]+)/g)].map((match) => match[1])
    expect(new Set(families)).toEqual(new Set(['SourceSans3', 'SourceSerif4']))
  })

  it('is set for every stage, of the sheet too', async () => {
    for (const stage of STAGES) {
      for (const document of [guide(file, stage), guide(file, stage, made()), visitSheet(file, stage)]) {
        expect(pagesOf(await pdfOf(typst(document)))).toBeGreaterThan(0)
      }
    }
  })

  it('of the referral sheet is one page, for every case and for a record with everything in it', async () => {
    for (const [name, person] of [['made-up', made()] as const, ['everything', everything()] as const, ...cases()]) {
      expect([name, pagesOf(await pdfOf(typst(referralSheet(file, person))))]).toEqual([name, 1])
    }
  })
})
