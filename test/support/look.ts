/// <reference lib="dom" />
import type { Page } from 'playwright-core'

/** What a script can see of a drawn page: what is cut, what lies over what, where the focus goes and how it shows. */

/**
 * Opens every part that is folded, and what is folded in it, so that it is looked at too; not menus and dialogs. Trees
 * fold in themselves: `rounds` is how deep.
 */
export async function unfold(page: Page, rounds = 6): Promise<void> {
  await page.evaluate(async (deep) => {
    // What is drawn only near the window has no true place until then.
    const all = new CSSStyleSheet()
    all.replaceSync('* { content-visibility: visible !important }')
    document.adoptedStyleSheets = [all]
    for (let round = 0; round < deep; round += 1) {
      const folded = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')]
      if (folded.length === 0) return
      for (const details of folded) details.open = true
      // What is inside is drawn after the browser has told that it is open.
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
    }
  }, rounds)
}

/** Texts that are cut by a box around them, and texts that lie over another; each with the words it is about. */
export function cutOrCovered(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    interface Line {
      readonly text: string
      readonly of: Element
      readonly box: DOMRect
    }
    const lines: Line[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    // Words for screen readers only are one pixel large on purpose; what is folded or behind is not drawn.
    const drawn = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      element.closest('.hidden, .skip, option, .dock, .co-bar, [aria-hidden=true]') === null
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const of = node.parentElement
      const text = node.textContent?.trim() ?? ''
      if (!of || text === '' || !drawn(of)) continue
      range.selectNodeContents(node)
      const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1)
      // What is for screen readers only is made so by the style of its area; what scrolls is seen in its window.
      let [left, right, top, bottom] = [-Infinity, Infinity, -Infinity, Infinity]
      let forEars = false
      for (let around: Element | null = of; around && around !== document.body; around = around.parentElement) {
        const edge = around.getBoundingClientRect()
        const { clipPath, overflowX, overflowY } = getComputedStyle(around)
        if ((edge.width <= 1 && edge.height <= 1) || clipPath !== 'none') forEars = true
        if (overflowX !== 'visible') [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)]
        if (overflowY !== 'visible') [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)]
      }
      if (forEars) continue
      for (const { x, y, width, height } of boxes) {
        const [from, to] = [Math.max(x, left), Math.min(x + width, right)]
        const [over, under] = [Math.max(y, top), Math.min(y + height, bottom)]
        if (to - from > 1 && under - over > height / 2)
          lines.push({ text: text.slice(0, 60), of, box: new DOMRect(from, over, to - from, under - over) })
      }
      for (let around: Element | null = of; around && around !== document.body; around = around.parentElement) {
        const { overflowX, overflowY, position } = getComputedStyle(around)
        const edge = around.getBoundingClientRect()
        const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
        const across =
          cuts(overflowX) && boxes.some((box) => box.right > edge.right + 1.5 || box.left < edge.left - 1.5)
        const down = cuts(overflowY) && boxes.some((box) => box.bottom > edge.bottom + 3 || box.top < edge.top - 3)
        // The names of bands in a figure may be short: all stand in its table too.
        const short = around.matches('.followup-band-name[title]')
        if (edge.width > 1 && !short && (across || down)) {
          found.push(`cut by ${around.tagName}.${around.className}: ${text.slice(0, 60)}`)
          break
        }
        if (position === 'fixed') break
      }
    }
    const core = ({ box }: Line) => ({ top: box.top + box.height * 0.3, bottom: box.bottom - box.height * 0.3 })
    lines.sort((a, b) => core(a).top - core(b).top)
    let active: Line[] = []
    for (const line of lines) {
      const { top, bottom } = core(line)
      active = active.filter((other) => core(other).bottom > top)
      for (const other of active) {
        const width = Math.min(line.box.right, other.box.right) - Math.max(line.box.left, other.box.left)
        const height = Math.min(bottom, core(other).bottom) - Math.max(top, core(other).top)
        if (width > 2 && height > 1 && line.of !== other.of) found.push(`“${line.text}” lies over “${other.text}”`)
      }
      active.push(line)
    }
    return [...new Set(found)]
  })
}

/** How wide the page is, and what reaches beyond the window where it is too wide. */
export function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const scrolls = (element: Element) => {
      for (let around = element.parentElement; around; around = around.parentElement)
        if (/auto|scroll|hidden|clip/.test(getComputedStyle(around).overflowX)) return true
      return false
    }
    return [
      `${scrollWidth} in ${clientWidth}`,
      ...[...document.querySelectorAll('.page *')]
        .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5 && !scrolls(element))
        .slice(-3)
        .map((element) => `${element.tagName}.${element.getAttribute('class')}: ${element.textContent?.slice(0, 40)}`),
    ]
  })
}

export interface Stop {
  readonly name: string
  /** On the page, not in the window. */
  readonly top: number
  readonly left: number
  readonly right: number
  /** What is wrong with how the focus shows here; empty where nothing is. */
  readonly trouble: string
}

/**
 * All stops of the keyboard in their order, each focused once as by a key: is there a mark that was not there before, of
 * 3 : 1 against what lies around it, and is the stop in view and not under what sticks to an edge?
 */
export async function focusStops(page: Page): Promise<readonly Stop[]> {
  await page.mouse.move(0, 0)
  // The browser shows the mark for focus set by script only after a key.
  await page.keyboard.press('Tab')
  return page.evaluate(() => {
    type Rgb = readonly [number, number, number, number]
    const rgb = (color: string): Rgb => {
      const [red = 0, green = 0, blue = 0, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number)
      return [red, green, blue, alpha]
    }
    const luminance = ([red, green, blue]: Rgb) => {
      const [r = 0, g = 0, b = 0] = [red, green, blue]
        .map((part) => part / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const contrast = (one: Rgb, other: Rgb) => {
      const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
      return (high + 0.05) / (low + 0.05)
    }
    const paperOf = (start: Element | null): Rgb => {
      for (let at = start; at; at = at.parentElement) {
        const color = rgb(getComputedStyle(at).backgroundColor)
        if (color[3] > 0.95) return color
      }
      return [255, 255, 255, 1]
    }
    const mark = (element: Element) => {
      const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(element)
      const width = outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth)
      return { width, color: outlineColor, offset: Number.parseFloat(outlineOffset) }
    }
    /** The mark may stand at the control, or at what is drawn in its place: its label, its group. */
    const bearers = (element: Element) => {
      const all: Element[] = [element]
      if (element.nextElementSibling) all.push(element.nextElementSibling)
      for (let at = element.parentElement, up = 0; at && up < 4; at = at.parentElement, up += 1) all.push(at)
      return all.filter((one) => one.getBoundingClientRect().width > 4)
    }
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} ${(
        element.getAttribute('aria-label') ??
        element.textContent ??
        ''
      )
        .trim()
        .slice(0, 50)}`
    const once = new Set<string>()
    const stops = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])',
      ),
    ].filter((element) => {
      if (
        element.matches(':disabled, [tabindex="-1"], [type=hidden]') ||
        !element.checkVisibility({ visibilityProperty: true })
      )
        return false
      // One stop for a group of radio buttons.
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true
      const group = element.form?.name + element.name
      const chosen = document.querySelector<HTMLInputElement>(`input[name="${CSS.escape(element.name)}"]:checked`)
      if (chosen && chosen !== element) return false
      if (once.has(group)) return false
      once.add(group)
      return true
    })
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    scrollTo(0, 0)
    return stops.map((element) => {
      const before = bearers(element).map(mark)
      element.focus()
      const box = element.getBoundingClientRect()
      const at = { name: name(element), top: box.top + scrollY, left: box.left, right: box.right }
      if (document.activeElement !== element) return { ...at, trouble: 'cannot be focused' }
      if (element.tabIndex > 0) return { ...at, trouble: 'has an order of its own' }
      const marked = bearers(element).find((bearer, index) => {
        const { width, color, offset } = mark(bearer)
        const { width: was } = before[index] ?? { width: 0 }
        const paper = paperOf(offset < 0 ? bearer : bearer.parentElement)
        return width >= 2 && was < width && contrast(rgb(color), paper) >= 3
      })
      if (!marked) return { ...at, trouble: 'shows no mark' }
      const shown = marked.getBoundingClientRect()
      // What is larger than the window is seen by a part of it.
      const [left, right] = [Math.max(shown.left, 0), Math.min(shown.right, innerWidth)]
      const [top, bottom] = [Math.max(shown.top, 0), Math.min(shown.bottom, innerHeight)]
      const points = [0.15, 0.5, 0.85].flatMap((across) =>
        [0.15, 0.5, 0.85].map((down) => [left + (right - left) * across, top + (bottom - top) * down] as const),
      )
      const seen = points.some(([x, y]) => {
        const there = document.elementFromPoint(x, y)
        return there !== null && (marked.contains(there) || there.contains(marked))
      })
      return { ...at, trouble: seen ? '' : 'is out of view or covered' }
    })
  })
}

/** Headings and landmarks: one first heading, no level left out, one main part, parts of a kind told apart by name. */
export function structure(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true })
    const found: string[] = []
    const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(seen)
    const levels = headings.map(({ tagName }) => Number(tagName.slice(1)))
    const firsts = levels.filter((level) => level === 1).length
    if (firsts !== 1) found.push(`${firsts} headings of level 1`)
    // The record may stand before its verdict, whose heading is the first; from there no level is left out.
    levels.forEach((level, index) => {
      const before = levels[index - 1] ?? level
      if (level > before + 1) found.push(`h${before}, then h${level}: ${headings[index]?.textContent?.slice(0, 50)}`)
    })
    for (const landmark of ['main', '.page > header', '.page > footer', 'header nav'])
      if (document.querySelectorAll(landmark).length !== 1) found.push(`not one ${landmark}`)
    const named = [...document.querySelectorAll('nav, aside')].filter(seen).map((element) => {
      const by = element.getAttribute('aria-labelledby')
      const label = element.getAttribute('aria-label') ?? (by && document.getElementById(by)?.textContent) ?? ''
      if (label === '') found.push(`${element.tagName}.${element.className} has no name`)
      return `${element.tagName} ${label}`
    })
    if (new Set(named).size !== named.length) found.push(`two of a name: ${named.join(', ')}`)
    if (document.documentElement.lang === '') found.push('no language')
    return found
  })
}
