import { Command, CommanderError } from 'commander'
import type { ConvertFlags } from './commands/convert.ts'
import type { DiffFlags } from './commands/diff.ts'
import type { ExportFlags } from './commands/export.ts'
import { CONVERT_TO, FHIR_CONTENT } from './convert-to.ts'
import { EXAMPLE_BASE, EXPORT_OVER, EXPORT_TO } from './export-to.ts'
import { EXIT, type Io, letReaderLeave, UsageError } from './io.ts'
import { SECTIONS } from './sections.ts'
import { DEFAULT_HOST, DEFAULT_PORT } from './serve-at.ts'
import { addSynth } from './synth/options.ts'
import { version } from './version.ts'

type Outcome = (code: number) => void

/**
 * Runs the command line and gives its exit code: 0 done, 2 wrong usage, 3 some input could not be read,
 * 1 a failed lint or our own failure.
 * Example: `await run(["assess", "a.json", "--json"], process)`.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  letReaderLeave(io.stdout)
  let code: number = EXIT.done
  const program = programOf(io, (outcome) => {
    code = outcome
  })
  try {
    await program.parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage
    if (!(error instanceof UsageError)) throw error
    io.stderr.write(`error: ${error.message}\n`)
    return EXIT.usage
  }
}

function programOf(io: Io, done: Outcome): Command {
  const program = new Command('scansion')
    .description(
      'Reads a medical record and says whether it adds up to POEMS syndrome: why, what is missing, what to test next.',
    )
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => 80,
      getErrHelpWidth: () => 80,
    })
    .exitOverride()
    .addHelpText('after', HELP)
  program.showHelpAfterError()
  addAssess(program, io, done)
  addReplay(program, io, done)
  addExplain(program, io, done)
  addCodes(program, io, done)
  addConvert(program, io, done)
  addGuide(program, io, done)
  addCalendar(program, io, done)
  addSynth(program, io, done)
  addExport(program, io, done)
  addServe(program, io, done)
  addKnowledge(program, io, done)
  return program
}

const HELP = `
Exit codes: 0 done; 1 lint found errors, or a diff found changes; 2 wrong usage; 3 some input could not be read, the rest was done.
Results go to standard output, everything else to standard error.

Examples:
  scansion assess record.json                 the page a person reads
  scansion assess records/ --json             one JSON object per record and line
  scansion explain mayo-2007                  a rule in words, with its sources
  scansion guide --stage suspected --out guide.html   plain words for people
  scansion serve                              the same in a browser, on this machine

Scansion supports a professional; it is not a prescription.`

function addAssess(program: Command, io: Io, done: Outcome): void {
  program
    .command('assess')
    .showHelpAfterError('See: scansion assess --help')
    .description('judge records by every criteria set, with reasons, what is missing and what to test next')
    .argument(
      '<files...>',
      'records (.json, .yaml, .ndjson, .jsonl, .csv, .tsv, also .gz), folders, or - for standard input',
    )
    .option('--as-of <date>', 'what was known on that day (2024, 2024-03 or 2024-03-18); default: today')
    .option('--section <names>', `only these parts, in full, by comma: ${SECTIONS.join(', ')}`)
    .option('--all', 'ask and advise even without a reason to look; show every tree in full')
    .option('--mapping <file>', 'how tables (.csv, .tsv) are read: a mapping file, or "guess"')
    .option('--json', 'one JSON object per record and line, in input order')
    .option('--csv', 'one row per record: the verdict of each criteria set, the red flag, what is missing first')
    .option('--coverage <file>', 'write what of all the input was read, used and not understood, as JSON')
    .action(
      async (
        files: string[],
        options: {
          asOf?: string
          section?: string
          all?: boolean
          json?: boolean
          mapping?: string
          csv?: boolean
          coverage?: string
        },
      ) => {
        const { assessCommand } = await import('./commands/assess.ts')
        done(await assessCommand(files, options, io))
      },
    )
}

function addReplay(program: Command, io: Io, done: Outcome): void {
  program
    .command('replay')
    .showHelpAfterError('See: scansion replay --help')
    .description('the first day each criteria set and red flag held, and the delay to the recorded diagnosis')
    .argument('<files...>', 'records with dates: files, folders of them, or - for standard input')
    .option('--mapping <file>', 'how tables (.csv, .tsv) are read: a mapping file, or "guess"')
    .option('--json', 'one JSON object per record and line, in input order')
    .option('--coverage <file>', 'write what of all the input was read, used and not understood, as JSON')
    .action(async (files: string[], options: { json?: boolean; mapping?: string; coverage?: string }) => {
      const { replayCommand } = await import('./commands/replay.ts')
      done(await replayCommand(files, options, io))
    })
}

function addExplain(program: Command, io: Io, done: Outcome): void {
  program
    .command('explain')
    .showHelpAfterError('See: scansion explain --help')
    .description('what an id means: a finding, rule, test, conflict, source or sentence, with its sources')
    .argument('<id>', 'for instance papilledema, mayo-2007, vegf, hit12')
    .option('--json', 'the entry as one JSON object')
    .option('--sql <dialect>', 'a rule as a statement of SQL: duckdb, postgres, spark or trino')
    .option('--masks', 'of --sql: by bit logic over one row of bits per person')
    .action(async (id: string, options: { json?: boolean; sql?: string; masks?: boolean }) => {
      const { explainCommand } = await import('./commands/explain.ts')
      done(await explainCommand(id, options, io))
    })
}

function addCodes(program: Command, io: Io, done: Outcome): void {
  program
    .command('codes')
    .showHelpAfterError('See: scansion codes --help')
    .description('the code systems, or every code of one of them with the key it stands for')
    .argument('[system]', 'for instance "SNOMED CT", LOINC, HPO')
    .option('--json', 'as JSON')
    .action(async (system: string | undefined, options: { json?: boolean }) => {
      const { codesCommand } = await import('./commands/codes.ts')
      done(await codesCommand(system, options, io))
    })
}

function addConvert(program: Command, io: Io, done: Outcome): void {
  program
    .command('convert')
    .showHelpAfterError('See: scansion convert --help')
    .description("read records of any format and write them in another, or write a table's mapping file")
    .argument('<files...>', 'records, tables (.csv, .tsv), folders, or - for standard input')
    .option('--to <format>', `what to write: ${CONVERT_TO.join(', ')}`)
    .option('--mapping <file>', 'how tables (.csv, .tsv) are read: a mapping file, or "guess"')
    .option('--content <what>', `what --to fhir writes: ${FHIR_CONTENT.join(', ')}; default: ${FHIR_CONTENT[0]}`)
    .option('--out <folder>', 'of --to facts: where the tables of the SQL form go; made if it is not there')
    .option('--as-of <date>', 'of --to facts: what was known on that day; default: today')
    .option('--force', 'of --to facts: write into a folder that is not empty, over files of the same name')
    .option('--guess', 'write the mapping that is guessed for a table, to be checked and passed as --mapping')
    .action(async (files: string[], options: ConvertFlags) => {
      const { convertCommand } = await import('./commands/convert.ts')
      done(await convertCommand(files, options, io))
    })
}

function addExport(program: Command, io: Io, done: Outcome): void {
  program
    .command('export')
    .showHelpAfterError('See: scansion export --help')
    .description('write rules in another form, for other engines: libraries of CQL, or a package of FHIR')
    .argument('<folder>', 'where the files go; made if it is not there')
    .option('--to <form>', `what to write: ${EXPORT_TO.join(', ')}`)
    .option('--rule <ids>', 'of cql: these rules, by comma; default: criteria sets, reasons to look, red flags')
    .option('--over <form>', `of cql: libraries over ${EXPORT_OVER.join(' or over lists of ')}; default: both`)
    .option('--base <url>', `where the resources are known; default: ${EXAMPLE_BASE}, which is nobody's`)
    .option('--force', 'write into a folder that is not empty, over files of the same name')
    .action(async (folder: string, options: ExportFlags) => {
      const { exportCommand } = await import('./commands/export.ts')
      done(exportCommand(folder, options, io))
    })
}

function addGuide(program: Command, io: Io, done: Outcome): void {
  program
    .command('guide')
    .showHelpAfterError('See: scansion guide --help')
    .description(
      'the plain-language guide by stage, a sheet for the next visit, a referral sheet, or a note for a letter',
    )
    .argument('[file]', 'one record, for own values and dates; without it what is the same for everyone')
    .option('--stage <stage>', 'suspected, diagnosed, treatment, follow-up or caregiver')
    .option('--sheet <name>', 'guide, visit; for clinicians, with a record: referral, note, long-note', 'guide')
    .option('--out <file>', 'a file ending in .html, .pdf, .md or .txt; without it Markdown on standard output')
    .option('--as-of <date>', 'what was known on that day; default: today')
    .action(
      async (file: string | undefined, options: { stage?: string; sheet?: string; out?: string; asOf?: string }) => {
        const { guideCommand } = await import('./commands/guide.ts')
        done(await guideCommand(file, options, io))
      },
    )
}

function addCalendar(program: Command, io: Io, done: Outcome): void {
  program
    .command('calendar')
    .showHelpAfterError('See: scansion calendar --help')
    .description('the next date of each check-up as iCalendar, all-day, for any calendar')
    .argument('<file>', 'one record')
    .option('--out <file>', 'a file ending in .ics; without it standard output')
    .option('--titles <kind>', 'plain (nothing of the illness) or detailed (what is checked)', 'plain')
    .option('--as-of <date>', 'what was known on that day; default: today')
    .action(async (file: string, options: { out?: string; titles?: string; asOf?: string }) => {
      const { calendarCommand } = await import('./commands/calendar.ts')
      done(await calendarCommand(file, options, io))
    })
}

function addServe(program: Command, io: Io, done: Outcome): void {
  program
    .command('serve')
    .showHelpAfterError('See: scansion serve --help')
    .description('open the page for a browser on this machine; records stay in the browser')
    .option('--port <number>', `the port; default: ${DEFAULT_PORT}, or the next free one`)
    .option('--host <address>', `where to listen; default: ${DEFAULT_HOST}, this machine only`)
    .option('--open', 'open the browser of the system too')
    .addHelpText('after', '\nCtrl+C stops it, with exit code 0.')
    .action(async (options: { port?: string; host?: string; open?: boolean }) => {
      const { serveCommand } = await import('./commands/serve.ts')
      done(await serveCommand(options, io))
    })
}

function addKnowledge(program: Command, io: Io, done: Outcome): void {
  const knowledge = program.command('knowledge').description('work on the knowledge itself').helpCommand(false)
  knowledge
    .command('lint')
    .showHelpAfterError('See: scansion knowledge lint --help')
    .description('check a folder of knowledge: shapes, references, units, sources, rules that can never be met')
    .argument('[folder]', 'the folder', 'knowledge')
    .option('--warnings', 'tell each warning in full')
    .action(async (folder: string, options: { warnings?: boolean }) => {
      const { lintCommand } = await import('./commands/lint.ts')
      done(await lintCommand(folder, options, io))
    })
  knowledge
    .command('diff')
    .showHelpAfterError('See: scansion knowledge diff --help')
    .description('what differs between two folders of knowledge, in words, and which cases are judged otherwise')
    .argument('<before>', 'a folder of knowledge, or a built one (dist/knowledge)')
    .argument('<after>', 'the other')
    .option('--cases <folder>', 'records to judge by both; default: cases, where there is such a folder')
    .option('--as-of <date>', 'judge the records by what was known on that day; default: today')
    .option('--markdown', 'two tables in Markdown, to go with a review')
    .option('--json', 'one JSON object')
    .addHelpText(
      'after',
      '\nExit code 0: nothing differs; 1: something does.\nAn older state of a checkout: git worktree add ../old HEAD~3, then ../old/knowledge.',
    )
    .action(async (before: string, after: string, options: DiffFlags) => {
      const { diffCommand } = await import('./commands/diff.ts')
      done(await diffCommand(before, after, options, io))
    })
}
