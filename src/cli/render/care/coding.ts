import type { Assessment } from '../../../schema/assessment.ts'
import type { CodingView } from '../../../schema/assessment-care.ts'
import type { Page, Part } from '../page.ts'
import { hang } from '../text.ts'
import { conflictsOf, disagreement, named, run, told } from './parts.ts'

const READ: Readonly<Record<CodingView['codes'][number]['read'], string>> = {
  diagnosis: 'read as the diagnosis',
  clone: 'read as a diagnosis of a clone, never as POEMS',
  hint: 'read as a hint only',
  never: 'never read',
}

/** Which code to write where, and how it would be read. Codes are hints for whoever codes, never evidence. */
export function codingPart(assessment: Assessment, page: Page): Part {
  const all = assessment.coding ?? []
  if (all.length === 0) return { lines: [] }
  const exact = all.filter(({ codes }) => codes.some(({ read }) => read === 'diagnosis'))
  const shown = page.all ? all : exact
  const rest = page.all ? [] : all.filter((item) => !exact.includes(item)).map(({ title }) => title)
  return {
    heading: 'Coding: hints, never evidence',
    lines: [
      ...shown.flatMap((item) => systemLines(item, page)),
      ...named('  wider or other codes (--section coding)', rest, page),
      ...disagreement(conflictsOf(all, [], page), page),
    ],
  }
}

function systemLines(item: CodingView, page: Page): readonly string[] {
  const codes = page.all ? item.codes : item.codes.filter(({ read }) => read === 'diagnosis')
  return [
    ...codes.flatMap(({ code, standing, write, read, sources }) => {
      const says = `${item.title} ${code}: ${standing}${page.all ? `; ${write ? 'may be written' : 'not to be written'} for POEMS, ${READ[read]}` : ''}`
      return hang('  · ', told({ says, sources }, page), page.width)
    }),
    ...(page.all && item.note !== undefined ? run('    ', item.note, page) : []),
  ]
}
