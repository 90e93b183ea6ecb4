/// <reference lib="dom" />
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'

/**
 * What the page costs its reader, by the browser's own tools: the work of the main thread from a changed fact to the
 * painted verdict on a record of 200 facts, and a first visit on a slow line. `npm --prefix bench run page`.
 */
const ROOT = new URL('../../', import.meta.url)
const CHANGES = 60
const PAUSE = 250
const FRAME = 16

interface Server {
  listen(place: { readonly host: string; readonly port: number }): Promise<string>
  close(): Promise<void>
}

interface TraceEvent {
  readonly name: string
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
  readonly tid: number
  readonly pid: number
}

function isTraceEvent(value: object): value is TraceEvent {
  return 'name' in value && 'ts' in value && 'tid' in value && 'pid' in value
}

// The driver of the browser is a tool of the repository, not of this package.
const { chromium } = createRequire(new URL('package.json', ROOT))('playwright-core') as typeof import('playwright-core')
const { createServer } = (await import(new URL('dist/server/index.js', ROOT).href)) as {
  createServer(options: object): Server
}

const page = fileURLToPath(new URL('dist/web/', ROOT))
const none = { engine: { name: 'scansion', version: '0' }, knowledge: { version: '0' }, onFailure: () => undefined }
const server = createServer({ page, ...none })
const address = await server.listen({ host: '127.0.0.1', port: 0 })
const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const executablePath = places.find((place) => place !== undefined && existsSync(place))
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})

/** A record of 200 facts over four years, made up. */
function record(): string {
  const day = (index: number) => new Date(Date.UTC(2022, 0, 3 + index * 7)).toISOString().slice(0, 10)
  const numbers = ['vegf-plasma', 'platelets', 'hemoglobin', 'creatinine']
  const units = ['pg/mL', '10*9/L', 'g/dL', 'mg/dL']
  const values = [480, 512, 14.1, 0.9]
  const measurements = Array.from({ length: 160 }, (_, index) => ({
    key: numbers[index % 4],
    value: (values[index % 4] ?? 1) * (1 + (index % 7) / 50),
    unit: units[index % 4],
    when: day(index),
  }))
  const keys = [
    'peripheral-edema',
    'ascites',
    'hyperpigmentation',
    'hypertrichosis',
    'splenomegaly',
    'hepatomegaly',
    'papilledema',
    'weight-loss',
    'fatigue',
    'diarrhea',
  ]
  // What the verdict hangs on is stated once, so that each change of it turns the verdict.
  const findings = ['polyneuropathy', 'm-protein-ife']
    .map((key) => ({ key, status: 'present', when: day(0) }))
    .concat(
      Array.from({ length: 38 }, (_, index) => ({
        key: keys[index % keys.length] ?? '',
        status: index % 3 === 0 ? 'absent' : 'present',
        when: day(index * 4),
      })),
    )
  return JSON.stringify({ id: 'two-hundred', findings, measurements })
}

const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
await context.addInitScript(() => localStorage.setItem('scansion.settings', '{"professional":true}'))

/** What one change of a fact costs, in milliseconds. */
interface Change {
  /** Work of the main thread from the change to the end of the frame that shows the other verdict, by its own clock. */
  readonly work: number
  /** The same by the clock on the wall: with the wait for the next frame of the screen. */
  readonly wall: number
  /** Work until the grounds beside the verdict are painted too. */
  readonly grounds: number
}

/** Changes one fact that turns the verdict, again and again; with all criteria sets folded, or open down to their leaves. */
async function repaint(open: boolean): Promise<readonly Change[]> {
  const tab = await context.newPage()
  await tab.goto(`${address}/#/workspace/cases`)
  await tab.locator('textarea').fill(record())
  await tab.getByRole('button', { name: 'Read this text' }).click()
  await tab.locator('.cases-open').first().click()
  await tab.waitForURL(/reading/)
  // Stated anew by hand: a fact that was read from a file stays, and a later absence does not take it away.
  for (const state of ['open', 'present'])
    await tab.locator(`#row-polyneuropathy input[value=${state}]`).check({ force: true })
  for (let round = 0; open && round < 6; round++) {
    await tab.evaluate(() => {
      for (const part of document.querySelectorAll<HTMLDetailsElement>('.sets details:not([open])')) part.open = true
    })
    await tab.waitForTimeout(200)
  }
  await tab.waitForTimeout(2000)
  const session = await context.newCDPSession(tab)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => {
    const seen: readonly object[] = value
    events.push(...seen.filter(isTraceEvent))
  })
  const ended = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', 'blink.user_timing'] },
  } as never)
  await tab.evaluate(
    async ([changes = 0, pause]) => {
      const all = { subtree: true, childList: true, characterData: true, attributes: true }
      for (const [place, mark] of [
        ['#verdict h1', 'turned'],
        ['.reasons', 'grounds'],
      ] as const) {
        const part = document.querySelector(place)
        if (!part) throw new Error(`no ${place} on the page`)
        new MutationObserver(() => performance.mark(mark)).observe(part, all)
      }
      for (let index = 0; index < changes; index++) {
        const state = index % 2 === 0 ? 'absent' : 'present'
        const control = document.querySelector<HTMLInputElement>(`#row-polyneuropathy input[value=${state}]`)
        if (!control) throw new Error('no control of polyneuropathy on the page')
        performance.mark('change')
        control.click()
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
    },
    [CHANGES, PAUSE],
  )
  await session.send('Tracing.end')
  await ended
  await tab.close()
  return changesOf(events)
}

/** Each change up to the first frame painted after its verdict had turned. */
function changesOf(events: readonly TraceEvent[]): readonly Change[] {
  const inOrder = events.toSorted((a, b) => a.ts - b.ts)
  const marks = inOrder.filter(({ name }) => name === 'change')
  const [first] = marks
  const own = inOrder.filter(({ tid, pid }) => tid === first?.tid && pid === first.pid)
  const tasks = own.filter(({ name, dur }) => name.endsWith('RunTask') && dur !== undefined)
  const ends = ({ ts, dur = 0 }: TraceEvent) => ts + dur
  return marks.map((mark, index) => {
    const next = marks[index + 1]?.ts ?? Number.POSITIVE_INFINITY
    /** Tasks from the change to the end of the first frame painted after a mark; the task of the change has begun before it. */
    const until = (name: string) => {
      const moved = own.find((event) => event.name === name && event.ts > mark.ts && event.ts < next)
      const paint = moved && own.find((event) => event.name === 'Paint' && event.ts > moved.ts && event.ts < next)
      const frame = paint && tasks.find((task) => task.ts <= paint.ts && ends(task) >= ends(paint))
      if (!frame) throw new Error(`change ${index}: ${name} was not painted before the next change`)
      const work = tasks.filter((task) => ends(task) > mark.ts && task.ts <= frame.ts)
      return {
        work: work.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000,
        wall: (ends(frame) - mark.ts) / 1000,
      }
    }
    return { ...until('turned'), grounds: until('grounds').work }
  })
}

/** A first visit on a slow line: when the first word, the largest text and the first verdict stand. */
async function firstVisit(slow: boolean) {
  const fresh = await browser.newContext({ viewport: { width: 412, height: 823 } })
  await fresh.addInitScript(() => localStorage.setItem('scansion.settings', '{"professional":true}'))
  const tab = await fresh.newPage()
  const session = await fresh.newCDPSession(tab)
  await session.send('Network.enable')
  if (slow) {
    // The line and the processor that Lighthouse supposes of a telephone.
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: (1638.4 * 1024) / 8,
      uploadThroughput: (675 * 1024) / 8,
    })
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  }
  await tab.goto(`${address}/#/workspace/reading`)
  await tab.getByRole('heading', { level: 1 }).waitFor()
  await tab.waitForTimeout(3000)
  const seen = await tab.evaluate(async () => {
    const largest = await new Promise<number>((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
        type: 'largest-contentful-paint',
        buffered: true,
      })
    })
    const shift = await new Promise<number>((resolve) => {
      const timer = setTimeout(() => resolve(0), 300)
      new PerformanceObserver((list) => {
        clearTimeout(timer)
        resolve(
          list.getEntries().reduce((sum, entry) => sum + (entry as typeof entry & { readonly value: number }).value, 0),
        )
      }).observe({ type: 'layout-shift' as never, buffered: true })
    })
    const blocked = await new Promise<number>((resolve) => {
      const timer = setTimeout(() => resolve(0), 300)
      new PerformanceObserver((list) => {
        clearTimeout(timer)
        resolve(list.getEntries().reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0))
      }).observe({ type: 'longtask' as never, buffered: true })
    })
    return { first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0, largest, shift, blocked }
  })
  await fresh.close()
  return seen
}

const round = (value: number) => Math.round(value * 10) / 10
const at = (sorted: readonly number[], share: number) => round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0)

console.log(`load ${round(loadavg()[0] ?? 0)} at the start`)
for (const open of [false, true]) {
  const changes = await repaint(open)
  const [work, wall, grounds] = (['work', 'wall', 'grounds'] as const).map((kind) =>
    changes.map((change) => change[kind]).sort((a, b) => a - b),
  )
  if (!work || !wall || !grounds) throw new Error('nothing was measured')
  const within = work.filter((time) => time <= FRAME).length
  console.log(
    `changed fact to painted verdict, 200 facts, criteria sets ${open ? 'open to their leaves' : 'folded'}, ${work.length} changes that turn it:`,
  )
  console.log(
    `  work of the main thread: least ${at(work, 0)}, median ${at(work, 0.5)}, 95th percentile ${at(work, 0.95)} ms; ${within} of ${work.length} within one frame (${FRAME} ms)`,
  )
  console.log(
    `  work until the grounds beside it stand too: median ${at(grounds, 0.5)}, 95th percentile ${at(grounds, 0.95)} ms`,
  )
  console.log(
    `  by the clock, with the wait for the screen: median ${at(wall, 0.5)}, 95th percentile ${at(wall, 0.95)} ms`,
  )
}
for (const slow of [false, true]) {
  const { first, largest, shift, blocked } = await firstVisit(slow)
  console.log(
    `first visit${slow ? ', slow telephone (1.6 Mbit/s, 150 ms, a quarter of the processor)' : ', this machine'}:`,
  )
  console.log(
    `  first paint ${round(first)} ms, largest text ${round(largest)} ms, blocked ${round(blocked)} ms, shift ${shift.toFixed(3)}`,
  )
}
console.log(`load ${round(loadavg()[0] ?? 0)} at the end`)
await browser.close()
await server.close()
