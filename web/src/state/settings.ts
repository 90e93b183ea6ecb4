import { createStore } from 'zustand/vanilla'

/** How the page looks and speaks. Kept on the device, apart from any record. */
export interface Settings {
  readonly theme: 'system' | 'light' | 'dark'
  readonly language: string
  /** Text size of the companion, in steps. */
  readonly textSize: 'normal' | 'large' | 'largest'
  readonly contrast: 'normal' | 'high'
  /** Rows of the record with more room. */
  readonly comfortable: boolean
  /** The key / goes to the search; some who speak to their device, or press keys by accident, do without. */
  readonly slash: boolean
  /** The reader has seen that the workspace is for health professionals. */
  readonly professional: boolean
}

const KEY = 'scansion.settings'
const DEFAULTS: Settings = {
  theme: 'system',
  language: 'en',
  textSize: 'normal',
  contrast: 'normal',
  comfortable: false,
  slash: true,
  professional: false,
}

function kept(): Settings {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof stored === 'object' && stored !== null ? { ...DEFAULTS, ...stored } : DEFAULTS
  } catch {
    // Storage may be refused, or hold what we did not write: the page works without it.
    return DEFAULTS
  }
}

export const settings = createStore<Settings>(() => kept())

export function changeSettings(change: Partial<Settings>): void {
  settings.setState(change)
}

/** Sets the page to the settings, now and whenever they change, also from another tab. */
export function followSettings(): void {
  const show = ({ theme, language, textSize, contrast }: Settings) => {
    const { dataset } = document.documentElement
    if (theme === 'system') delete dataset.theme
    else dataset.theme = theme
    document.documentElement.lang = language
    dataset.textSize = textSize
    dataset.contrast = contrast
  }
  show(settings.getState())
  settings.subscribe((state) => {
    show(state)
    try {
      localStorage.setItem(KEY, JSON.stringify(state))
    } catch {
      // Without storage the settings last as long as the page.
    }
  })
  addEventListener('storage', ({ key }) => {
    if (key === KEY) settings.setState(kept())
  })
}
