import type { SampleCase } from '../../../src/schema/index.ts'
import { loadCase } from '../knowledge/knowledge.ts'
import { sheetOf } from '../state/sheet.ts'
import type { Case } from '../state/store.ts'

/** A sample as a case for the table. */
function sampleCase({ id, title, record, kind }: SampleCase): Case {
  return { id, name: kind === 'published' ? id : title, sheet: sheetOf(record), origin: kind }
}

/** The sample with an id. Example: `(await findSample('poems-020'))?.kind`. */
export async function findSample(id: string): Promise<Case | undefined> {
  const sample = await loadCase(id)
  return sample && sampleCase(sample)
}
