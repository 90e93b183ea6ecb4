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
const PAUSE = 120

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
  readonly args?: { readonly name?: string }
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
    'polyneuropathy',
    'm-protein-ife',
    'peripheral-edema',
    'ascites',
    'hyperpigmentation',
    'hypertrichosis',
    'splenomegaly',
    'hepatomegaly',
    'papilledema',
    'weight-loss',
  ]
  const findings = Array.from({ length: 40 }, (_, index) => ({
    key: keys[index % keys.length],
    status: index % 3 === 0 ? 'absent' : 'present',
    when: day(index * 4),
  }))
  return JSON.stringify({ id: 'two-hundred', findings, measurements })
}

const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
await context.addInitScript(() => localStorage.setItem('scansion.settings', '{"professional":true}'))

/** Work of the main thread in milliseconds, by the thread's own clock, for each change of one fact. */
async function repaint(): Promise<readonly number[]> {
  const tab = await context.newPage()
  await tab.goto(`${address}/#/workspace/cases`)
  await tab.locator('textarea').fill(record())
  await tab.getByRole('button', { name: 'Read this text' }).click()
  await tab.locator('.cases-open').first().click()
  await tab.waitForURL(/reading/)
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
    traceConfig: {
      includedCategories: ['toplevel', 'devtools.timeline', 'blink.user_timing'],
    },
  } as never)
  await tab.evaluate(
    async ([changes, pause]) => {
      const row = document.querySelector('fieldset.three, [role=radiogroup]')
      const radios = [
        ...document.querySelectorAll<HTMLInputElement>('.record-row input[type=radio], .three input[type=radio]'),
      ]
      const [present, absent] = radios
      if (!row || !present || !absent) throw new Error('no row with three states on the page')
      for (let index = 0; index < (changes ?? 0); index++) {
        performance.mark(`change-${index}`)
        ;(index % 2 === 0 ? absent : present).click()
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
      performance.mark(`change-${changes}`)
    },
    [CHANGES, PAUSE],
  )
  await session.send('Tracing.end')
  await ended
  await tab.close()
  const marks = events.filter(({ name }) => /^change-\d+$/.test(name)).sort((a, b) => a.ts - b.ts)
  const main = marks[0]
  return marks.slice(0, -1).map((mark, index) => {
    const next = marks[index + 1]?.ts ?? Number.POSITIVE_INFINITY
    // The frame that shows the change is handed on by the first commit after it; what fades later is not waited for.
    const commit = events
      .filter(
        ({ name, tid, pid, ts }) =>
          name === 'Commit' && tid === main?.tid && pid === main.pid && ts > mark.ts && ts < next,
      )
      .reduce((first, { ts }) => Math.min(first, ts), next)
    // The task of the change itself has begun before its mark.
    const tasks = events.filter(
      ({ name, tid, pid, ts, dur = 0 }) =>
        tid === main?.tid && pid === main.pid && /RunTask/.test(name) && ts + dur > mark.ts && ts <= commit,
    )
    return tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000
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
const work = [...(await repaint())].sort((a, b) => a - b)
console.log(`changed fact to painted verdict, 200 facts, ${work.length} changes, work of the main thread in ms:`)
console.log(`  least ${at(work, 0)}, median ${at(work, 0.5)}, 95th percentile ${at(work, 0.95)} (one frame: 16.7)`)
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
