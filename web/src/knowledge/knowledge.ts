import casesAddress from '../../../dist/knowledge/cases.json?url'
import casesListAddress from '../../../dist/knowledge/cases-list.json?url'
import codesAddress from '../../../dist/knowledge/codes.json?url'
import guideAddress from '../../../dist/knowledge/guide.en.json?url'
import libraryAddress from '../../../dist/knowledge/library.json?url'
import pageAddress from '../../../dist/knowledge/page.json?url'
import { type CodeIndex, type CodeSystems, codeIndexOf } from '../../../src/adapters/codes.ts'
import { createEngine, type Engine } from '../../../src/core/index.ts'
import type { LibraryFile } from '../../../src/load/files/library.ts'
import type { WordsFile } from '../../../src/load/files/words.ts'
import type { CasesFile, CasesList, GuideFile, PageFile, SampleCase } from '../../../src/schema/index.ts'
import { whole, wordsOf } from './page-file.ts'

/** What the page must have before it can say anything: the engine and the names of things. */
export interface Loaded {
  readonly engine: Engine
  readonly words: WordsFile
}

async function json<T>(address: string): Promise<T> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${answer.statusText}`)
  return (await answer.json()) as T
}

/** Each file is fetched once; a failed fetch may be tried again. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }
}

/** Engine and words; everything else is fetched when somebody asks for it. */
export const loadEngine = once(async (): Promise<Loaded> => {
  const { knowledge, words } = await json<PageFile>(pageAddress)
  return { engine: createEngine(whole(knowledge)), words: wordsOf(knowledge, words) }
})

export const loadCodes = once(
  async (): Promise<CodeIndex> => codeIndexOf((await json<{ systems: CodeSystems }>(codesAddress)).systems),
)
export const loadGuide = once(() => json<GuideFile>(guideAddress))
export const loadLibrary = once(() => json<LibraryFile>(libraryAddress))
/** What cases there are, to choose from. */
export const loadCasesList = once(async () => (await json<CasesList>(casesListAddress)).cases)
/** The published and the made-up teaching cases themselves. */
export const loadCases = once(async (): Promise<readonly SampleCase[]> => (await json<CasesFile>(casesAddress)).cases)

const caseAddresses = import.meta.glob<string>('../../../dist/knowledge/cases/*.json', {
  eager: true,
  query: '?url',
  import: 'default',
})

/** One of the cases, without the others; undefined where there is none of that id. */
export async function loadCase(id: string): Promise<SampleCase | undefined> {
  const address = caseAddresses[`../../../dist/knowledge/cases/${id}.json`]
  return address === undefined ? undefined : json<SampleCase>(address)
}
