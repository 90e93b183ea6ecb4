import type { Io } from './io.ts'

export interface Progress {
  /** So many sources are done, with so many records. */
  readonly at: (sources: number, records: number) => void
  readonly end: () => void
}

const SILENT: Progress = { at: () => {}, end: () => {} }
/** Shorter runs need no company. */
const PATIENCE_MS = 2000
const EVERY_MS = 200

/**
 * One line on stderr that counts along, once a run takes longer than two seconds. Only where stderr is a terminal
 * and the pages do not run over the same terminal.
 */
export function progressOn(io: Io, sources: number, now: () => number = Date.now): Progress {
  if (!io.stderr.isTTY || io.stdout.isTTY || io.env.TERM === 'dumb') return SILENT
  const begun = now()
  let shown = 0
  return {
    at: (done, records) => {
      const time = now()
      if (time - begun < PATIENCE_MS || time - shown < EVERY_MS) return
      shown = time
      io.stderr.write(`\r\u001b[K${done} of ${sources} ${sources === 1 ? 'file' : 'files'}, ${records} records`)
    },
    end: () => {
      if (shown > 0) io.stderr.write('\r\u001b[K')
    },
  }
}
