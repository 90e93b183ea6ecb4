import en from '../../words/en/companion.json'
import { Glyph } from '../parts/glyph.tsx'
import { useWords } from '../words/words.ts'
import { useMine } from './state/mine.ts'

/** At the foot of every page: when to call, and the number of the own team if it is known. */
export function CallBar({ call }: { readonly call: string }) {
  const say = useWords('companion', en)
  const phone = useMine(({ kept }) => kept.phone.trim())
  return (
    <aside className="co-bar no-print" aria-label={say('call.bar')}>
      <a href={call}>
        <Glyph name="flag" className="ink-clash" />
        {say('call.bar')}
      </a>
      {phone === '' ? null : (
        <a href={`tel:${phone.replace(/[^\d+#*]/g, '')}`}>{say('call.team', { number: phone })}</a>
      )}
    </aside>
  )
}
