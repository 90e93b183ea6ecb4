import { useId } from 'react'
import { useStore } from 'zustand'
import en from '../../words/en/companion.json'
import { changeSettings, settings } from '../state/settings.ts'
import { useWords } from '../words/words.ts'

const SIZES = ['normal', 'large', 'largest'] as const

/** Size of the text and contrast, at the end of the bar. */
export function ReadingMenu() {
  const say = useWords('companion', en)
  const { textSize, contrast } = useStore(settings)
  const id = useId()
  return (
    <details className="settings no-print">
      <summary>{say('reading')}</summary>
      <div className="settings-sheet co-settings">
        <fieldset>
          <legend>{say('reading.size')}</legend>
          {SIZES.map((size) => (
            <label key={size}>
              <input
                type="radio"
                name={id}
                checked={textSize === size}
                onChange={() => changeSettings({ textSize: size })}
              />
              {say(`reading.${size}`)}
            </label>
          ))}
        </fieldset>
        <label>
          <input
            type="checkbox"
            checked={contrast === 'high'}
            onChange={({ target }) => changeSettings({ contrast: target.checked ? 'high' : 'normal' })}
          />
          {say('reading.contrast')}
        </label>
      </div>
    </details>
  )
}
