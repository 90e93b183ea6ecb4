import type { Timeline as TimelineBlock } from '../../../../src/documents/blocks.ts'
import { Item } from './told.tsx'
import './timeline.css'
import { Sub } from './sub.tsx'

/** What happens when, as a road; with own dates it says where the person is. */
export function Timeline({ block }: { readonly block: TimelineBlock }) {
  return (
    <ol className="co-road">
      {block.items.map(({ title, dates, state, says }) => (
        <li key={title} className={state} aria-current={state === 'now' ? 'step' : undefined}>
          <Sub>
            {title}
            {state === 'now' ? <em>{block.here}</em> : null}
          </Sub>
          {dates ? <p className="dates">{dates}</p> : null}
          <ul>
            {says.map((item) => (
              <Item key={item.text} said={item} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
