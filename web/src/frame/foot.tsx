import { useStore } from 'zustand'
import en from '../../words/en/page.json'
import { settings } from '../state/settings.ts'
import { useWords } from '../words/words.ts'

const SAID = ['review', 'local', 'support'] as const
const SAID_TO_A_PERSON = ['companion.advice', 'companion.local', 'companion.review'] as const

/** What stands under every screen: how far it may be trusted, and where what is entered goes. */
export function Foot({ room }: { readonly room: string }) {
  const say = useWords('page', en)
  const language = useStore(settings, (state) => state.language)
  return (
    <footer className="foot">
      {(room === 'companion' ? SAID_TO_A_PERSON : SAID).map((words) => (
        <span key={words}>{say(words)}</span>
      ))}
      {language === 'en' ? null : <span>{say('language.note')}</span>}
    </footer>
  )
}
