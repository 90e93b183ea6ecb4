import { existsSync } from 'node:fs'
import { EXIT, type Io, print, UsageError, widthOf } from '../io.ts'
import { type Change, changesBetween } from '../knowledge/changes.ts'
import { sideOf } from '../knowledge/sides.ts'
import { recordsOf, type Verdict, verdictsBetween } from '../knowledge/verdicts.ts'
import { inks, wantsColour } from '../render/ink.ts'
import { hang, printable } from '../render/text.ts'
import { checkDay, localDay } from '../today.ts'

const CASES = 'cases'

export interface DiffFlags {
  readonly cases?: string
  readonly asOf?: string
  readonly json?: boolean
  readonly markdown?: boolean
}

/**
 * What differs between two folders of knowledge, in words, and which cases are judged otherwise because of it.
 * Exit code 0 where nothing differs, 1 where something does.
 * Example: `await diffCommand('old/knowledge', 'knowledge', { cases: 'cases' }, process)`.
 */
export async function diffCommand(before: string, after: string, flags: DiffFlags, io: Io): Promise<number> {
  checkDay(flags.asOf)
  if (flags.cases !== undefined && !existsSync(flags.cases)) throw new UsageError(`there is no folder "${flags.cases}"`)
  const [a, b] = [sideOf(before), sideOf(after)]
  const changes = changesBetween(a, b)
  const folder = flags.cases ?? (existsSync(CASES) ? CASES : undefined)
  const files = folder === undefined || changes.length === 0 ? [] : [folder]
  const [was, is] = [await recordsOf(files, a.engine, io), await recordsOf(files, b.engine, io)]
  const verdicts = verdictsBetween(a.engine, b.engine, was, is, changes, {
    today: localDay(new Date()),
    ...(flags.asOf === undefined ? undefined : { asOf: flags.asOf }),
  })
  const [from, to] = [a.library.version, b.library.version]
  if (flags.json) await print(io.stdout, `${JSON.stringify({ from, to, changes, cases: was.size, verdicts })}\n`)
  else {
    const drawn = flags.markdown
      ? markdown(`${from} → ${to}`, changes, verdicts)
      : terminal(`${from} → ${to}`, changes, verdicts, io)
    await print(io.stdout, `${printable(drawn.split('\n')).join('\n')}\n`)
  }
  io.stderr.write(`${changes.length} entries differ; ${verdicts.length} results change in ${was.size} cases.\n`)
  return changes.length > 0 ? EXIT.failed : EXIT.done
}

const by = ({ because }: Verdict) => (because.length > 0 ? because.join(' or ') : 'together')
const NOTHING = 'Nothing differs.'

function terminal(title: string, changes: readonly Change[], verdicts: readonly Verdict[], io: Io): string {
  const width = widthOf(io.stdout)
  const ink = inks(wantsColour({ isTTY: io.stdout.isTTY, env: io.env }))
  if (changes.length === 0) return NOTHING
  return [
    ink.strong(`What changed, ${title}`),
    ...changes.flatMap(({ kind, id, change, was, is }) => [
      ...hang('  ', `${kind} ${id}: ${change}`, width),
      ...(change === 'added' ? [] : was.flatMap((line) => hang('    - ', line, width))),
      ...is.flatMap((line) => hang('    + ', line, width)),
    ]),
    '',
    ink.strong('Whose result changes'),
    ...(verdicts.length === 0 ? ['  None.'] : []),
    ...verdicts.flatMap((item) =>
      hang('  ', `${item.case}, ${item.of}: ${item.was} → ${item.is} (because of: ${by(item)})`, width),
    ),
  ].join('\n')
}

function markdown(title: string, changes: readonly Change[], verdicts: readonly Verdict[]): string {
  const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
    [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')
  const told = changes.map(({ kind, id, change, was, is }) => [
    `${kind} ${id}`,
    change,
    was.join('<br>'),
    is.join('<br>'),
  ])
  const moved = verdicts.map((item) => [item.case, item.of, item.was, item.is, by(item)])
  return [
    `# Changes of the knowledge, ${title}`,
    changes.length === 0 ? NOTHING : table(['Entry', 'Change', 'Was', 'Is'], told),
    '## Whose result changes',
    moved.length === 0 ? 'None.' : table(['Case', 'Result', 'Was', 'Is', 'Because of'], moved),
  ].join('\n\n')
}
