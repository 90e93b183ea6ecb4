import en from '../../words/en/page.json'
import { useWords } from '../words/words.ts'
import { SettingsMenu } from './settings-menu.tsx'

const ROOMS = ['workspace', 'companion', 'library'] as const

/** The bar at the top: the name, the three rooms, and what belongs to the room at its end. */
export function Head({ room }: { readonly room: string }) {
  const say = useWords('page', en)
  return (
    <header className="head" data-room={room}>
      <a className="mark" href="#/">
        <svg viewBox="0 0 34 10" aria-hidden="true" focusable="false">
          <path d="M1 2c1.5 6 8.5 6 10 0" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="M16 6.5h10" stroke="currentColor" strokeWidth="2.2" />
          <path d="M32 0v10" stroke="currentColor" strokeWidth="1.5" />
        </svg>
        {say('name')}
      </a>
      <nav aria-label={say('nav')} className="no-print">
        {ROOMS.map((name) => (
          <a key={name} href={`#/${name}`} aria-current={name === room ? 'page' : undefined}>
            {say(name)}
          </a>
        ))}
      </nav>
      {/* Rooms put their own controls here, through a portal. */}
      <div id="head-end" className="head-end" />
      <SettingsMenu />
    </header>
  )
}
