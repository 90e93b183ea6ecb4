import en from '../../words/en/page.json'
import { useWords } from '../words/words.ts'

export function Foot() {
  const say = useWords('page', en)
  return (
    <footer className="foot">
      <span>{say('review')}</span>
      <span>{say('local')}</span>
      <span>{say('support')}</span>
    </footer>
  )
}
