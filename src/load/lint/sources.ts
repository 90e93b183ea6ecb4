import type { Authored, Entry } from '../authored.ts'
import { didYouMean } from '../near.ts'
import { careEntries, citationsIn } from '../walk.ts'
import { reporter, type TextLint } from './lint.ts'

function* citing(authored: Authored): Generator<Entry<unknown>> {
  const { findings, rules, workup, measured, confounders, conflicts, units, names } = authored
  for (const kind of [findings, rules, workup, measured, confounders, conflicts, units, names]) yield* kind.values()
  yield* careEntries(authored)
  yield* authored.guideSources.values()
}

export const sourceUnknown: TextLint = {
  id: 'source-unknown',
  describe: 'A cited work that has no file in knowledge/sources.',
  severity: 'error',
  stage: 'text',
  blocks: false,
  check: ({ authored }) => {
    const { problems, report } = reporter('source-unknown')
    const { sources } = authored
    for (const entry of citing(authored)) {
      for (const { citation, path } of citationsIn(entry.content)) {
        if (sources.has(citation.work)) continue
        report(
          entry,
          path,
          `no work "${citation.work}"`,
          didYouMean(citation.work, sources.keys()) || `add knowledge/sources/${citation.work}.yaml`,
        )
      }
    }
    for (const entry of sources.values()) {
      const { through } = entry.content
      if (through !== undefined && !sources.has(through))
        report(entry, ['through'], `no work "${through}"`, didYouMean(through, sources.keys()))
    }
    return problems
  },
}

export const sourceUncited: TextLint = {
  id: 'source-uncited',
  describe: 'A work that nothing cites.',
  severity: 'error',
  stage: 'text',
  blocks: false,
  check: ({ authored }) => {
    const { problems, report } = reporter('source-uncited')
    const cited = new Set<string>()
    for (const entry of citing(authored))
      for (const { citation } of citationsIn(entry.content)) cited.add(citation.work)
    for (const entry of authored.sources.values())
      if (entry.content.through !== undefined) cited.add(entry.content.through)
    for (const entry of authored.sources.values()) {
      if (!cited.has(entry.id))
        report(entry, [], 'cited nowhere', 'cite it where its statement stands, or delete the file')
    }
    return problems
  },
}
