import en from '../../words/en/companion.json'
import { Glyph } from '../parts/glyph.tsx'
import { useWords } from '../words/words.ts'
import { useMine } from './state/mine.ts'

const NUMBERS = [
  ['emergency', 'call.urgent'],
  ['phone', 'call.team'],
] as const

/** At the foot of every page: when to call, and the numbers to call where the person has written them down. */
export function CallBar({ call }: { readonly call: string }) {
  const say = useWords('companion', en)
  const kept = useMine((mine) => mine.kept)
  return (
    <aside className="co-bar no-print" aria-label={say('call.bar')}>
      <a href={call}>
        <Glyph name="flag" className="ink-clash" />
        {say('call.bar')}
      </a>
      {NUMBERS.map(([of, words]) => {
        const number = kept[of].trim()
        return number === '' ? null : (
          <a key={of} href={`tel:${number.replace(/[^\d+#*]/g, '')}`}>
            {say(words, { number })}
          </a>
        )
      })}
    </aside>
  )
}
