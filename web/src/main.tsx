import './styles/tokens.css'
import './styles/fonts.css'
import './styles/base.css'
import './styles/parts.css'
import './styles/frame.css'
import './styles/print.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { workOffline } from './frame/offline.ts'
import { loadEngine } from './knowledge/knowledge.ts'
import { Root } from './root.tsx'
import { today } from './state/clock.ts'
import { followKeeping } from './state/keeping.ts'
import { followSettings, settings } from './state/settings.ts'
import { createCaseStore } from './state/store.ts'
import { loadLanguage } from './words/words.ts'

const page = document.getElementById('page')
if (!page) throw new Error('index.html has no element "page"')

try {
  // Its room is fetched beside the knowledge, not after it.
  if (location.hash.startsWith('#/workspace')) import('./workspace/index.tsx')
  followSettings()
  const { language } = settings.getState()
  const [{ engine, words }] = await Promise.all([loadEngine(), loadLanguage(language)])
  const store = createCaseStore(engine, today())
  followKeeping(store)
  workOffline()
  createRoot(page).render(
    <StrictMode>
      <Root store={store} words={words} />
    </StrictMode>,
  )
} catch (error) {
  const line = document.createElement('p')
  line.className = 'loading'
  line.setAttribute('role', 'alert')
  const why = error instanceof Error ? error.message : String(error)
  line.textContent = `Scansion could not be opened: ${why}. Reload the page; if it stays so, the files of the page are not complete.`
  page.replaceChildren(line)
}
