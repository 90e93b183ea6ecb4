import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { UsageError } from './io.ts'

/** The files of the two typefaces, in the weights that the documents use. */
const FONTS = [
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  '@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  '@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
] as const

type Compiler = Awaited<ReturnType<typeof create>>

// Reading the typefaces takes longer than setting a guide: one compiler serves a whole run.
let made: Promise<Compiler> | undefined

async function create() {
  const { NodeCompiler } = await compilerPackage()
  return NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts() }] })
}

/**
 * Sets typst source as a tagged PDF (PDF/UA-1). A sign that neither typeface has is an error, so that a threshold never
 * changes in print. Throws `UsageError` where the optional packages are not installed.
 * Example: `writeFileSync('guide.pdf', await pdfOf(typst(guide(file, 'suspected'))))`.
 */
export async function pdfOf(source: string): Promise<Uint8Array> {
  made ??= create()
  const compiler = await made
  const compiled = compiler.compile({ mainFileContent: source })
  const document = compiled.result
  const error = compiled.takeError()
  if (!document || error) throw new Error(`the PDF could not be set: ${JSON.stringify(error?.shortDiagnostics ?? [])}`)
  try {
    return compiler.pdf(document, { pdfStandard: 'ua-1' })
  } catch (failure) {
    throw new UnprintableError(reasonOf(failure))
  }
}

/** The document asks for something the PDF cannot show; the message says what. */
export class UnprintableError extends Error {}

function reasonOf(failure: unknown): string {
  const text = failure instanceof Error ? failure.message : String(failure)
  const signs = [...text.matchAll(/the text `\\*"(.*?)\\*"` could not be displayed/g)].map((match) => match[1])
  return signs.length > 0 ? `no typeface has the sign ${[...new Set(signs)].join(', ')}` : text
}

async function compilerPackage(): Promise<typeof import('@myriaddreamin/typst-ts-node-compiler')> {
  try {
    return await import('@myriaddreamin/typst-ts-node-compiler')
  } catch {
    throw new UsageError(
      'a PDF needs the optional package @myriaddreamin/typst-ts-node-compiler, which is not installed here: install without --omit=optional, or write .html and print it',
    )
  }
}

function fonts(): Buffer[] {
  const { resolve } = createRequire(import.meta.url)
  return FONTS.map((font) => {
    try {
      return readFileSync(resolve(font))
    } catch {
      throw new UsageError(
        `a PDF needs the typeface ${font}, which is not installed here: install without --omit=optional`,
      )
    }
  })
}
