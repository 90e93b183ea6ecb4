import type { Names } from '../../schema/names.ts'
import type { Authored } from '../authored.ts'
import { citeOf } from '../normalise/cite.ts'

/** The files of names, one a language. Example: `namesFiles(authored, '1')[0]?.language` is `"de"`. */
export function namesFiles({ names, sources }: Authored, version: string): readonly Names[] {
  return [...names.values()].map(({ id, content }) => {
    const cited = content.sources.map(({ work, at }) => {
      const source = sources.get(work)
      return `${source ? citeOf(source.content) : work}: ${at}`
    })
    const labels = Object.entries(content.names).map(([key, { label }]) => [key, label])
    return { version, language: id, source: cited.join('; '), names: Object.fromEntries(labels) }
  })
}
