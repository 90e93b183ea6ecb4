import type { Io } from './io.ts'

export interface Progress {
  /** So many sources are done, with so many records. */
  readonly at: (sources: number, records: number) => void
  /** So many bytes of a large file were looked at, before its first record. */
  readonly looked: (bytes: number) => void
  readonly end: () => void
}

/** One line that says how far a run is. */
export interface ProgressLine {
  readonly say: (words: () => string) => void
  readonly end: () => void
}

const SILENT: ProgressLine = { say: () => {}, end: () => {} }
/** Shorter runs need no company. */
const PATIENCE_MS = 2000
const EVERY_MS = 200

/**
 * One line on stderr that counts along, once a run takes longer than two seconds. Only where stderr is a terminal
 * and the pages do not run over the same terminal.
 */
export function progressOn(io: Io, sources: number, now: () => number = Date.now): Progress {
  const line = progressLine(io, now)
  const files = `${sources} ${sources === 1 ? 'file' : 'files'}`
  return {
    at: (done, records) => line.say(() => `${done} of ${files}, ${records} ${records === 1 ? 'record' : 'records'}`),
    looked: (bytes) => line.say(() => `${Math.round(bytes / 1e6)} MB looked at for lines that may state something`),
    end: line.end,
  }
}

/** The same with words of one's own: they are asked for only when they are shown. */
export function progressLine(io: Io, now: () => number = Date.now): ProgressLine {
  if (!io.stderr.isTTY || io.stdout.isTTY || io.env.TERM === 'dumb') return SILENT
  const begun = now()
  let shown = 0
  return {
    say: (words) => {
      const time = now()
      if (time - begun < PATIENCE_MS || time - shown < EVERY_MS) return
      shown = time
      io.stderr.write(`\r\u001b[K${words()}`)
    },
    end: () => {
      if (shown > 0) io.stderr.write('\r\u001b[K')
    },
  }
}
