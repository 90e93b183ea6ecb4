import { builtCodes } from '../built.ts'
import { EXIT, type Io, print, UsageError, widthOf } from '../io.ts'
import { noticeOf } from '../notice.ts'
import { inks, wantsColour } from '../render/ink.ts'
import { columns, pad, wrap } from '../render/text.ts'

interface CodeRow {
  readonly code: string
  readonly relation: string
  readonly key: string
  readonly display: string
}

/** The code systems with their counts, or every code of one system with the key it stands for and the licence notice. */
export async function codesCommand(
  system: string | undefined,
  flags: { readonly json?: boolean },
  io: Io,
): Promise<number> {
  const { systems, version } = builtCodes()
  const ink = inks(wantsColour({ isTTY: io.stdout.isTTY, env: io.env }))
  if (system === undefined) {
    const counts = Object.entries(systems).map(([name, codes]) => ({ system: name, codes: Object.keys(codes).length }))
    if (flags.json) await print(io.stdout, `${JSON.stringify({ knowledge: version, systems: counts })}\n`)
    else {
      const rows = counts.map((row) => [row.system, String(row.codes)])
      const foot = [
        '',
        'exact and narrower codes make a fact; broader and related ones only a hint.',
        'The codes of one system: scansion codes "SNOMED CT"',
      ]
      await print(
        io.stdout,
        `${[...table(['system', 'codes'], rows, widthOf(io.stdout), ink.quiet), ...foot].join('\n')}\n`,
      )
    }
    return EXIT.done
  }
  const name = Object.keys(systems).find((item) => sameName(item, system))
  const codes = name === undefined ? undefined : systems[name]
  if (name === undefined || codes === undefined) {
    throw new UsageError(`no code system "${system}"; there are ${Object.keys(systems).join(', ')}`)
  }
  const rows: readonly CodeRow[] = Object.entries(codes).flatMap(([code, { display, means }]) =>
    means.map(({ key, relation }) => ({ code, relation, key, display: display ?? '' })),
  )
  const notice = noticeOf(name)
  if (flags.json) {
    await print(io.stdout, `${JSON.stringify({ knowledge: version, system: name, codes: rows, notice })}\n`)
    return EXIT.done
  }
  const width = widthOf(io.stdout)
  const cells = rows.map((row) => [row.code, row.relation, row.key, row.display])
  const foot = notice === undefined ? [] : ['', ...wrap(notice, width)]
  await print(
    io.stdout,
    `${[...table(['code', 'relation', 'key', 'display'], cells, width, ink.quiet), ...foot.map(ink.quiet)].join('\n')}\n`,
  )
  return EXIT.done
}

/** `snomed-ct`, `SNOMED CT` and `snomedct` are one name. */
function sameName(one: string, other: string): boolean {
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '')
  return plain(one) === plain(other)
}

const GAP = 2
const LAST_MIN = 16

/** Columns as wide as their content; the last one wraps in what is left. */
function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
  quiet: (text: string) => string,
): readonly string[] {
  const widths = head.map((name, index) => Math.max(columns(name), ...rows.map((row) => columns(row[index] ?? ''))))
  const last = head.length - 1
  const before = widths.slice(0, last).reduce((sum, item) => sum + item + GAP, 0)
  const room = Math.max(LAST_MIN, width - before)
  const line = (row: readonly string[]): readonly string[] => {
    const lead = row
      .slice(0, last)
      .map((cell, index) => pad(cell, (widths[index] ?? 0) + GAP))
      .join('')
    return wrap(row[last] ?? '', room).map((text, index) =>
      `${index === 0 ? lead : ' '.repeat(before)}${text}`.trimEnd(),
    )
  }
  return [...line(head).map(quiet), ...rows.flatMap(line)]
}
