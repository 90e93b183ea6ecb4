import { folderOf, type Place } from '../place.ts'
import type { Setter } from '../set/setter.tsx'

/** The line of an entry in a list: its question, its plain words, or what is done. */
export function firstLine(place: Place, { library, engine }: Setter): string {
  const { kind, id } = place
  switch (kind) {
    case 'findings':
      return library.findings[id]?.plain ?? ''
    case 'criteria':
    case 'rules':
      return library.rules[id]?.plain ?? library.rules[id]?.note ?? library.rules[id]?.status ?? ''
    case 'tests':
      return library.workup[id]?.question ?? ''
    case 'conflicts':
      return library.conflicts[id]?.does ?? ''
    case 'sources':
      return library.sources[id]?.title === library.sources[id]?.cite ? '' : (library.sources[id]?.title ?? '')
    case 'reservations': {
      const says = library.confounders[id]?.says ?? ''
      return engine.knowledge.phrases[says] ?? ''
    }
    default: {
      const folder = folderOf(place, library)
      const entry = folder && library.care[folder][id]
      if (entry === undefined) return ''
      if ('means' in entry) return entry.means
      if ('question' in entry) return entry.question
      if ('says' in entry) return entry.says
      if ('place' in entry) return `${entry.place}, ${entry.country}`
      return ('plain' in entry ? entry.plain : undefined) ?? ('note' in entry ? entry.note : undefined) ?? ''
    }
  }
}
