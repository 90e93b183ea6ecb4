import { IntlMessageFormat } from 'intl-messageformat'
import { useStore } from 'zustand'
import { settings } from '../state/settings.ts'

/** Languages whose interface is translated. Clinical prose is English until a person translates it. */
export const LANGUAGES = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  ja: '日本語',
  zh: '中文',
} as const
export type Language = keyof typeof LANGUAGES

type Args = Readonly<Record<string, string | number>>
type Catalogue = Readonly<Record<string, string>>

/** Catalogues by path `../../words/<language>/<area>.json`; those of other languages are fetched when chosen. */
const translated = import.meta.glob<Catalogue>(['../../words/*/*.json', '!../../words/en/*.json'], {
  import: 'default',
})
const catalogues = new Map<string, Catalogue>()
const formats = new Map<string, IntlMessageFormat>()

export const isLanguage = (text: string): text is Language => Object.hasOwn(LANGUAGES, text)

/** Fetches the catalogues of a language before the page is set in it. English is part of the page. */
export async function loadLanguage(language: string): Promise<void> {
  const paths = Object.keys(translated).filter((path) => path.includes(`/words/${language}/`))
  await Promise.all(
    paths.map(async (path) => {
      const area = path.replace(/^.*\/|\.json$/g, '')
      const catalogue = await translated[path]?.()
      if (catalogue) catalogues.set(`${language}/${area}`, catalogue)
    }),
  )
}

/**
 * Says the words of one area of the page in the reader's language: English where a word is not translated yet.
 * Example: `const say = sayer('reading', en, 'en'); say('title', { count: 2 })`.
 */
export function sayer<Words extends Catalogue>(area: string, english: Words, language: string) {
  const own = catalogues.get(`${language}/${area}`)
  return (id: keyof Words & string, args?: Args): string => {
    const theirs = own?.[id]
    const message = theirs ?? english[id] ?? id
    if (args === undefined && !/[{'<]/.test(message)) return message
    const key = `${theirs === undefined ? 'en' : language}/${area}/${id}`
    let format = formats.get(key)
    if (!format) {
      format = new IntlMessageFormat(message, theirs === undefined ? 'en' : language, undefined, { ignoreTag: true })
      formats.set(key, format)
    }
    return String(format.format(args))
  }
}

/** The words of an area, in React. Example: `const say = useWords('reading', en)`. */
export function useWords<Words extends Catalogue>(area: string, english: Words) {
  const language = useStore(settings, (state) => state.language)
  return sayer(area, english, language)
}

const dateFormats = new Map<string, Intl.DateTimeFormat>()

/**
 * A date as people write it: whole, or only the month or the year that the record states; "+3 mo", "baseline" and
 * "undated" stay as the record has them. Example: `sayDate('2024-05-06', 'en')` is "6 May 2024".
 */
export function sayDate(when: string, language: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(when) ?? []
  if (year === undefined) return when
  const key = `${language}${month !== undefined}${day !== undefined}`
  let format = dateFormats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      year: 'numeric',
      ...(month === undefined ? {} : { month: 'short' as const }),
      ...(day === undefined ? {} : { day: 'numeric' as const }),
      timeZone: 'UTC',
    })
    dateFormats.set(key, format)
  }
  return format.format(new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1))))
}
