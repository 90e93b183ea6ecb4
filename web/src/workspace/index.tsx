import { type ComponentType, lazy, Suspense, useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { useStore } from 'zustand'
import page from '../../words/en/page.json'
import en from '../../words/en/workspace.json'
import { useTitle } from '../frame/title.ts'
import { settings } from '../state/settings.ts'
import { useWords } from '../words/words.ts'
import { CaseBar } from './case-bar.tsx'
import { IntakeLine } from './intake-line.tsx'
import { OpenSample } from './open-sample.tsx'
import { Professional } from './professional.tsx'
import { ReadingTab } from './reading/index.tsx'
import './workspace.css'

/** The tabs of the workspace in their order; all but the first are fetched when somebody opens them. */
const TABS: Readonly<Record<string, ComponentType>> = {
  reading: ReadingTab,
  'work-up': lazy(() => import('./work-up/index.tsx')),
  differential: lazy(() => import('./differential/index.tsx')),
  risk: lazy(() => import('./risk/index.tsx')),
  treatment: lazy(() => import('./treatment/index.tsx')),
  'follow-up': lazy(() => import('./follow-up/index.tsx')),
  plan: lazy(() => import('./plan/index.tsx')),
  note: lazy(() => import('./note/index.tsx')),
  export: lazy(() => import('./export/index.tsx')),
}
const Cases = lazy(() => import('./cases/index.tsx'))
type TabWord =
  `tab.${'reading' | 'work-up' | 'differential' | 'risk' | 'treatment' | 'follow-up' | 'plan' | 'note' | 'export'}`

/** The clinician's room: one case, its tabs, and the cases of this device. */
export default function Workspace() {
  const say = useWords('workspace', en)
  const pageSay = useWords('page', page)
  const professional = useStore(settings, (state) => state.professional)
  const [location] = useLocation()
  const [, , name = 'reading', id = ''] = location.replace(/\/$/, '').split('/')
  useTitle(titleOf(name, say), pageSay('workspace'))
  if (!professional) return <Professional />
  if (name === 'case') return <OpenSample id={id} />
  const Tab = name === 'cases' ? Cases : TABS[name]
  return (
    <>
      <CaseBar />
      <Tabs current={name} />
      <IntakeLine />
      <Suspense fallback={<p className="loading">{pageSay('opening')}</p>}>
        {Tab ? <Tab /> : <p className="loading">{pageSay('not-found')}</p>}
      </Suspense>
    </>
  )
}

/** The tabs; where they do not all fit, the one that is open is moved into view. */
function Tabs({ current }: { readonly current: string }) {
  const say = useWords('workspace', en)
  const row = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the tab that is open
  useEffect(() => {
    const open = row.current?.querySelector<HTMLElement>('[aria-current]')
    if (!row.current || !open) return
    const { left, width } = open.getBoundingClientRect()
    const around = row.current.getBoundingClientRect()
    row.current.scrollLeft += left + width / 2 - around.left - around.width / 2
  }, [current])
  return (
    <nav className="tabs no-print" aria-label={say('tabs')} ref={row}>
      {Object.keys(TABS).map((tab) => (
        <a key={tab} href={`#/workspace/${tab}`} aria-current={tab === current ? 'page' : undefined}>
          {say(`tab.${tab}` as TabWord)}
        </a>
      ))}
    </nav>
  )
}

/** What a part of the workspace is called in the title of the window; nothing where the address names none. */
function titleOf(name: string, say: (id: TabWord | 'cases') => string): string {
  if (name === 'cases') return say(name)
  return Object.hasOwn(TABS, name) ? say(`tab.${name}` as TabWord) : ''
}
