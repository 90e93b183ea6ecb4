import { useState } from 'react'
import en from '../../../words/en/companion.json'
import { useWords } from '../../words/words.ts'
import { wipeMine } from '../state/mine.ts'

/** Takes all of it away from the device, after asking once. */
export function Wipe() {
  const say = useWords('companion', en)
  const [step, go] = useState<'idle' | 'sure' | 'done'>('idle')
  return (
    <>
      <p>{say('wipe.note')}</p>
      {step === 'sure' ? (
        <div role="alert">
          <p className="co-wrong">{say('wipe.sure')}</p>
          <p className="co-actions">
            <button type="button" className="co-button ink" onClick={() => wipeMine().then(() => go('done'))}>
              {say('wipe.yes')}
            </button>
            <button type="button" className="co-button" onClick={() => go('idle')}>
              {say('wipe.no')}
            </button>
          </p>
        </div>
      ) : (
        <p className="co-actions">
          <button type="button" className="co-button" onClick={() => go('sure')}>
            {say('wipe.do')}
          </button>
          <span role="status">{step === 'done' ? say('wipe.done') : ''}</span>
        </p>
      )}
    </>
  )
}
