import type { Leaf } from '../pages/leaf.ts'
import { sectionPage } from '../pages/section.tsx'
import { part } from '../set/parts.tsx'
import type { Setter } from '../set/setter.tsx'

/** The teaching questions, and the way to those that are asked of whole cases. */
export function teachingPage(setter: Setter): Leaf {
  const { say } = setter
  const leaf = sectionPage('teaching', setter)
  return {
    ...leaf,
    body: (
      <>
        {part(
          setter,
          say('section.cases'),
          <p lang={setter.language}>
            {say('section.cases.line')} <a href="#/library/cases">{say('teaching.cases')}</a>
          </p>,
        )}
        {part(setter, say('teaching.questions'), leaf.body)}
      </>
    ),
  }
}
