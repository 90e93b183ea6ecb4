import { writeFile } from 'node:fs/promises'
import {
  type Document,
  guide,
  html,
  isStage,
  markdown,
  note,
  type Person,
  plainText,
  referralSheet,
  STAGES,
  type Stage,
  typst,
  visitSheet,
} from '../../documents/index.ts'
import type { GuideFile } from '../../schema/index.ts'
import { builtGuide, builtKnowledge } from '../built.ts'
import { readPerson } from '../input/person.ts'
import { EXIT, type Io, print, UsageError } from '../io.ts'
import { pdfOf, UnprintableError } from '../pdf.ts'

export interface GuideFlags {
  readonly stage?: string
  readonly sheet?: string
  readonly out?: string
  readonly asOf?: string
}

const SHEETS = ['guide', 'visit', 'referral', 'note', 'long-note'] as const
type Sheet = (typeof SHEETS)[number]
/** For clinicians: about one record, with its verdict, and without a stage. */
const CLINICAL: ReadonlySet<Sheet> = new Set(['referral', 'note', 'long-note'])
const FORMATS = ['html', 'pdf', 'md', 'txt'] as const
type Format = (typeof FORMATS)[number]

/**
 * Writes a document for people: the guide of a stage, the sheet for a visit; or for clinicians: the referral sheet for an
 * expert centre, the note for a letter, short or long.
 * The format follows the ending of `out`; without it Markdown goes to standard output.
 * Example: `await guideCommand(undefined, { stage: "suspected", out: "guide.pdf" }, process)`.
 */
export async function guideCommand(input: string | undefined, flags: GuideFlags, io: Io): Promise<number> {
  const sheet = sheetOf(flags.sheet)
  const stage = stageOf(flags.stage, sheet)
  const format = formatOf(flags.out)
  if (CLINICAL.has(sheet) && input === undefined) throw new UsageError(`--sheet ${sheet} needs a record: give its FILE`)
  const read = input === undefined ? undefined : await readPerson(input, flags.asOf, io)
  if (read && !read.person) return EXIT.inputLost
  const document = documentOf(sheet, stage, builtGuide(), read?.person)
  const content = await drawn(document, format)
  if (content === undefined) return EXIT.failed
  if (flags.out === undefined) await print(io.stdout, String(content))
  else await write(flags.out, content)
  return read?.lost ? EXIT.inputLost : EXIT.done

  async function drawn(made: Document, as: Format): Promise<string | Uint8Array | undefined> {
    if (as === 'md') return markdown(made)
    if (as === 'txt') return plainText(made)
    if (as === 'html') return html(made)
    try {
      return await pdfOf(typst(made))
    } catch (error) {
      if (!(error instanceof UnprintableError)) throw error
      io.stderr.write(
        `error: ${error.message}; nothing was written. Write .html instead, or change the sign in the record\n`,
      )
      return undefined
    }
  }
}

function documentOf(sheet: Sheet, stage: Stage, file: GuideFile, person: Person | undefined): Document {
  if (sheet === 'visit') return visitSheet(file, stage, person)
  if (sheet === 'referral' && person) return referralSheet(file, person)
  if ((sheet === 'note' || sheet === 'long-note') && person)
    return note(file, person, builtKnowledge(), sheet === 'note' ? 'short' : 'long')
  return guide(file, stage, person)
}

function sheetOf(word = 'guide'): Sheet {
  const sheet = SHEETS.find((name) => name === word)
  if (!sheet) throw new UsageError(`--sheet "${word}" is none of ${SHEETS.join(', ')}`)
  return sheet
}

/** What is for clinicians has no stage. */
function stageOf(word: string | undefined, sheet: Sheet): Stage {
  if (word === undefined && CLINICAL.has(sheet)) return 'diagnosed'
  if (word === undefined) throw new UsageError(`--stage is needed: one of ${STAGES.join(', ')}`)
  if (!isStage(word)) throw new UsageError(`--stage "${word}" is none of ${STAGES.join(', ')}`)
  return word
}

function formatOf(out: string | undefined): Format {
  if (out === undefined) return 'md'
  const ending = /\.([a-z]+)$/i.exec(out)?.[1]?.toLowerCase()
  const format = FORMATS.find((name) => name === ending || (name === 'md' && ending === 'markdown'))
  if (!format) throw new UsageError(`--out "${out}" ends in none of .html, .pdf, .md, .txt`)
  return format
}

/** Writes a file; a folder that is not there is wrong usage. */
export async function write(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(path, content)
  } catch (error) {
    throw new UsageError(`--out "${path}" cannot be written: ${error instanceof Error ? error.message : String(error)}`)
  }
}
