import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PLACES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
]

/** The browser of the system, with further arguments for it: `apt-get install chromium`, or CHROMIUM=/its/path. */
export async function startBrowser(args: readonly string[] = []): Promise<Browser> {
  const executablePath = PLACES.find((place) => place !== undefined && existsSync(place))
  if (executablePath === undefined) {
    throw new Error('no Chromium here: apt-get install chromium, or set CHROMIUM to its path')
  }
  return await chromium.launch({ executablePath, args: [...QUIET, ...args] })
}
