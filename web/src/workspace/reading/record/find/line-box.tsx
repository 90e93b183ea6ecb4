import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs'
import type { ReactNode } from 'react'
import en from '../../../../../words/en/record.json'
import { useWords } from '../../../../words/words.ts'

/** What every box for the typed line has, whichever control it is made of. */
interface Box {
  readonly id: string
  readonly placeholder: string
  readonly spellCheck: false
  readonly 'aria-keyshortcuts': string
}

/** The frame of the typed line: its sign, its label, its key. Example: `<LineBox>{(box) => <input {...box} />}</LineBox>`. */
export function LineBox({ children }: { readonly children: (box: Box) => ReactNode }) {
  const say = useWords('record', en)
  return (
    <label className="find-box" htmlFor="find">
      <IconSearch size={20} stroke={1.5} aria-hidden="true" />
      <span className="hidden">{say('find')}</span>
      {children({ id: 'find', placeholder: say('find'), spellCheck: false, 'aria-keyshortcuts': '/' })}
      <span className="find-key" aria-hidden="true">
        /
      </span>
    </label>
  )
}
