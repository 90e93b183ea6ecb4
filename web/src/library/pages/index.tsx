import { isKind, type Place, titleOf } from '../place.ts'
import type { Setter } from '../set/setter.tsx'
import { CaseQuestions } from '../teach/case-questions.tsx'
import { questionPage } from '../teach/question.tsx'
import { teachingPage } from '../teach/section.tsx'
import { carePage } from './care.tsx'
import { Codes } from './codes.tsx'
import { conflictPage } from './conflict.tsx'
import { findingPage, reservationPage } from './finding.tsx'
import { glossaryPage } from './glossary.tsx'
import type { Leaf } from './leaf.ts'
import { rulePage } from './rule.tsx'
import { sectionPage } from './section.tsx'
import { sourcePage } from './source.tsx'
import { testPage } from './test.tsx'

/** The page of an address below #/library; undefined where nothing stands there. */
export function leafOf(section: string, id: string, setter: Setter): Leaf | undefined {
  const { say } = setter
  if (section === 'codes')
    return {
      title: say('section.codes'),
      lead: <span lang={setter.language}>{say('section.codes.line')}</span>,
      body: <Codes setter={setter} system={id} />,
    }
  if (section === 'cases')
    return {
      title: say('section.cases'),
      lead: <span lang={setter.language}>{say('section.cases.line')}</span>,
      body: <CaseQuestions chosen={id} />,
    }
  if (!isKind(section)) return undefined
  if (id !== '') return entryOf({ kind: section, id }, setter)
  if (section === 'glossary') return glossaryPage(setter)
  return section === 'teaching' ? teachingPage(setter) : sectionPage(section, setter)
}

function entryOf(place: Place, setter: Setter): Leaf | undefined {
  const { kind, id } = place
  if (titleOf(place, setter.library) === undefined) return undefined
  switch (kind) {
    case 'criteria':
    case 'rules':
      return rulePage(id, setter)
    case 'findings':
      return findingPage(id, setter)
    case 'tests':
      return testPage(id, setter)
    case 'reservations':
      return reservationPage(id, setter)
    case 'conflicts':
      return conflictPage(id, setter)
    case 'sources':
      return sourcePage(id, setter)
    case 'teaching':
      return questionPage(id, setter)
    default:
      return carePage(place, setter)
  }
}
