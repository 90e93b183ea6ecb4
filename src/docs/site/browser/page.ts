// What a page does beside being read: light and dark, folding on small screens, search. A classic script, because a
// page opened from a folder may not load modules.

interface FoundSection {
  readonly page: string
  readonly title: string
  readonly address: string
  readonly start: string
}

// What the two scripts of the search define when they are loaded.
declare const MiniSearch: typeof import('minisearch').default
declare const scansionIndex: {
  readonly options: import('minisearch').Options
  readonly index: import('minisearch').AsPlainObject
}

{
  const PER_PAGE = 3
  const IN_PANEL = 8
  const root = document.documentElement
  const base = root.dataset.root ?? './'

  // Light and dark.
  const button = document.querySelector<HTMLButtonElement>('#theme')
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const isDark = () => (root.dataset.theme ?? (dark.matches ? 'dark' : 'light')) === 'dark'
  const name = () => {
    if (button) button.textContent = isDark() ? 'Light' : 'Dark'
  }
  if (button) button.hidden = false
  name()
  dark.addEventListener('change', name)
  button?.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark'
    try {
      localStorage.setItem('scansion-theme', root.dataset.theme)
    } catch {
      // Then the choice lasts as long as the page.
    }
    name()
  })

  // Contents and headings fold on small screens; on large ones the style sheet shows them.
  for (const fold of document.querySelectorAll<HTMLButtonElement>('.fold')) {
    fold.hidden = false
    fold.addEventListener('click', () => {
      fold.setAttribute('aria-expanded', String(fold.getAttribute('aria-expanded') !== 'true'))
    })
  }

  // The contents are long where a list is open: show the line of this page.
  const contents = document.querySelector<HTMLElement>('#contents')
  const current = contents?.querySelector<HTMLElement>('[aria-current]')
  if (contents && current && contents.scrollHeight > contents.clientHeight)
    contents.scrollTop = current.offsetTop - contents.clientHeight / 2

  // What scrolls sideways can be reached and scrolled by keyboard.
  const reach = () => {
    for (const wide of document.querySelectorAll<HTMLElement>('.wide, pre')) {
      if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0
      else wide.removeAttribute('tabindex')
    }
  }
  reach()
  addEventListener('resize', reach)
  document.fonts.ready.then(reach)

  // Search. The index is loaded when somebody begins to search.
  const field = document.querySelector<HTMLInputElement>('#words')
  const panel = document.querySelector<HTMLElement>('#found')
  const all = document.querySelector<HTMLElement>('#found-all')
  const howMany = document.querySelector<HTMLElement>('#found-how-many')

  const load = (place: string) =>
    new Promise<void>((done, failed) => {
      const script = document.createElement('script')
      script.src = base + place
      script.addEventListener('load', () => done())
      script.addEventListener('error', () => failed(new Error(`${place} could not be loaded`)))
      document.head.append(script)
    })

  type Search = (words: string) => readonly FoundSection[]
  let search: Promise<Search> | undefined
  const ready = () => {
    search ??= Promise.all([load('assets/minisearch.js'), load('assets/search-index.js')]).then(() => {
      const index = MiniSearch.loadJS<FoundSection>(scansionIndex.index, scansionIndex.options)
      return (words) => {
        const bare = words.normalize('NFD').replaceAll(/\p{M}/gu, '')
        const options = {
          boost: { name: 8, page: 4, heading: 2 },
          prefix: true,
          fuzzy: (term: string) => (term.length > 4 ? 0.2 : false),
        }
        const both = index.search(bare, { ...options, combineWith: 'AND' })
        const results = both.length > 0 ? both : index.search(bare, { ...options, combineWith: 'OR' })
        // A page that is about the word would fill the list with its sections.
        const ofPage = new Map<string, number>()
        return results.flatMap(({ page, title, address, start }) => {
          const count = (ofPage.get(page) ?? 0) + 1
          ofPage.set(page, count)
          return count > PER_PAGE ? [] : [{ page, title, address, start }]
        })
      }
    })
    return search
  }

  const item = ({ title, address, start }: FoundSection) => {
    const li = document.createElement('li')
    const a = document.createElement('a')
    a.href = base + address
    a.textContent = title
    const text = document.createElement('span')
    text.textContent = start
    li.append(a, text)
    return li
  }

  const say = (count: number) => (count === 0 ? 'Nothing found.' : count === 1 ? '1 place' : `${count} places`)

  const show = async () => {
    const words = field?.value.trim() ?? ''
    if (words.length < 2) {
      if (panel) panel.hidden = true
      all?.replaceChildren()
      if (howMany) howMany.textContent = 'Type a word above.'
      return
    }
    const found = await ready().then(
      (searchNow) => searchNow(words),
      (error: unknown) => error,
    )
    if (words !== field?.value.trim()) return
    const places = Array.isArray(found) ? found : []
    const told = Array.isArray(found) ? say(places.length) : `Search does not work here: ${String(found)}`
    if (all && howMany) {
      howMany.textContent = told
      all.replaceChildren(...places.map(item))
      return
    }
    if (!panel) return
    const status = document.createElement('p')
    status.setAttribute('role', 'status')
    status.textContent = places.length > IN_PANEL ? `${told}. Press Enter for all.` : told
    const list = document.createElement('ol')
    list.append(...places.slice(0, IN_PANEL).map(item))
    panel.replaceChildren(status, list)
    panel.hidden = false
  }

  field?.addEventListener('focus', () => void ready().catch(() => undefined))
  field?.addEventListener('input', () => void show())
  if (all && field) {
    field.value = new URLSearchParams(location.search).get('q') ?? ''
    void show()
  }
  document.addEventListener('keydown', (event) => {
    const typing = event.target instanceof HTMLInputElement
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault()
      field?.focus()
      field?.select()
    }
  })
  const form = field?.form
  form?.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && panel && !panel.hidden) {
      panel.hidden = true
      field?.focus()
      event.preventDefault()
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const stops = [field, ...(panel?.querySelectorAll<HTMLElement>('a') ?? [])].filter((stop) => stop !== null)
    const active = document.activeElement
    if (!(active instanceof HTMLElement) || panel?.hidden) return
    const next = stops[stops.indexOf(active) + (event.key === 'ArrowDown' ? 1 : -1)]
    if (!next) return
    event.preventDefault()
    next.focus()
  })
  form?.addEventListener('focusout', (event) => {
    if (panel && !(event.relatedTarget instanceof Node && form.contains(event.relatedTarget))) panel.hidden = true
  })
  form?.addEventListener('focusin', () => {
    if (panel && panel.childElementCount > 0 && (field?.value.trim().length ?? 0) > 1) panel.hidden = false
  })
}
