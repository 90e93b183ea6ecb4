import { use } from 'react'
import en from '../../../words/en/cases.json'
import { loadCasesList } from '../../knowledge/knowledge.ts'
import { Section } from '../../parts/section.tsx'
import { useWords } from '../../words/words.ts'

/** The published or the teaching cases, each at its own address. */
export function SampleList({ kind }: { readonly kind: 'published' | 'teaching' }) {
  const say = useWords('cases', en)
  const cases = use(loadCasesList()).filter((sample) => sample.kind === kind)
  return (
    <Section title={say(`start.${kind}`)} aside={say(`start.${kind}.aside`)}>
      <ul className="cases-samples">
        {cases.map(({ id, title, age, sex }) => (
          <li key={id}>
            <a href={`#/workspace/case/${id}`} lang="en">
              {title}
            </a>
            <span className="small quiet">{[sex, age].filter(Boolean).join(', ')}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
