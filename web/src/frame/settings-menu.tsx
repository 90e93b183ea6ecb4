import { useId } from 'react'
import { useStore } from 'zustand'
import en from '../../words/en/page.json'
import { changeSettings, settings } from '../state/settings.ts'
import { isLanguage, LANGUAGES, loadLanguage, useWords } from '../words/words.ts'

const THEMES = ['system', 'light', 'dark'] as const

/** Paper, language and room between rows. A disclosure of the browser: it needs no script to open. */
export function SettingsMenu() {
  const say = useWords('page', en)
  const { theme, language, comfortable, slash } = useStore(settings)
  const id = useId()
  return (
    <details className="settings no-print">
      <summary>{say('settings')}</summary>
      <div className="settings-sheet">
        <fieldset>
          <legend>{say('theme')}</legend>
          {THEMES.map((name) => (
            <label key={name}>
              <input
                type="radio"
                name={`${id}theme`}
                checked={theme === name}
                onChange={() => changeSettings({ theme: name })}
              />
              {say(`theme.${name}`)}
            </label>
          ))}
        </fieldset>
        <label>
          {say('language')}
          <select
            value={language}
            onChange={({ target }) => {
              const chosen = target.value
              if (isLanguage(chosen)) loadLanguage(chosen).then(() => changeSettings({ language: chosen }))
            }}
          >
            {Object.entries(LANGUAGES).map(([code, name]) => (
              <option key={code} value={code} lang={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <p className="small quiet">{say('language.note')}</p>
        <label>
          <input
            type="checkbox"
            checked={comfortable}
            onChange={({ target }) => changeSettings({ comfortable: target.checked })}
          />
          {say('comfortable')}
        </label>
        <label>
          <input type="checkbox" checked={slash} onChange={({ target }) => changeSettings({ slash: target.checked })} />
          {say('slash')}
        </label>
      </div>
    </details>
  )
}
