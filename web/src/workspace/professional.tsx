import en from '../../words/en/workspace.json'
import { changeSettings } from '../state/settings.ts'
import { useWords } from '../words/words.ts'

/** The words behind which the workspace opens. No lock: whoever reads them may go on. */
export function Professional() {
  const say = useWords('workspace', en)
  return (
    <section className="professional">
      <h1>{say('professional.title')}</h1>
      <p>{say('professional.text')}</p>
      <p className="choices">
        <button type="button" className="button ink" onClick={() => changeSettings({ professional: true })}>
          {say('professional.continue')}
        </button>
        <a href="#/companion">{say('professional.companion')}</a>
      </p>
    </section>
  )
}
