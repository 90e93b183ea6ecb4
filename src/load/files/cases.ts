import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { CasesFile, CasesList, SampleCase } from '../../schema/cases.ts'
import type { AuthoredRecord } from '../../schema/record.ts'

/** Reads the cases of a checkout; a folder that is not there has none. Example: `casesFile('cases', '1').cases.length`. */
export function casesFile(folder: string, version: string): CasesFile {
  const kinds = ['published', 'teaching'] as const
  return { version, cases: kinds.flatMap((kind) => casesIn(join(folder, kind), kind)) }
}

/** The list of the cases, to choose from. Example: `casesList(casesFile('cases', '1')).cases[0]?.title`. */
export function casesList({ version, cases }: CasesFile): CasesList {
  return { version, cases: cases.map(({ id, kind, title, record: { age, sex } }) => ({ id, kind, title, age, sex })) }
}

function casesIn(folder: string, kind: SampleCase['kind']): readonly SampleCase[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => /\.(json|yaml)$/.test(name))
    .sort()
    .map((name) => {
      const { expect: _, ...record }: AuthoredRecord = parse(readFileSync(join(folder, name), 'utf8'))
      const id = name.replace(/\.\w+$/, '')
      return { id, kind, title: titleOf(record) ?? id, record }
    })
}

/** Where the title of a work was not seen, its entry says in brackets what the work is about. */
const UNSEEN_TITLE = /^\[(?:title not in the stored excerpt; )?(.*?)(?:; [^;]*excerpt)?\]$/

function titleOf({ title, citation }: AuthoredRecord): string | undefined {
  if (title !== undefined) return title
  if (typeof citation !== 'object' || citation === null || !('title' in citation)) return undefined
  return typeof citation.title === 'string' ? citation.title.replace(UNSEEN_TITLE, '$1') : undefined
}
