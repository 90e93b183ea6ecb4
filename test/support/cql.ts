import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import Q from 'cql-execution'

interface Elm {
  readonly library: {
    readonly annotation?: readonly {
      readonly errorSeverity?: string
      readonly message?: string
      readonly startLine?: number
    }[]
  }
}

const require = createRequire(import.meta.url)
// The translator asks for CommonJS where it finds itself in Node.
Object.assign(globalThis, { require: Reflect.get(globalThis, 'require') ?? require })

type Compiler = typeof import('@cqframework/cql/cql-to-elm')

let loading: Promise<{ readonly C: Compiler; readonly models: InstanceType<Compiler['ModelManager']> }> | undefined

async function load() {
  const { SystemModelInfoProvider } = await import('@cqframework/cql/cql')
  const C = await import('@cqframework/cql/cql-to-elm')
  const models = new C.ModelManager()
  models.modelInfoLoader.registerModelInfoProvider(new SystemModelInfoProvider())
  models.modelInfoLoader.registerModelInfoProvider(
    C.createModelInfoProvider((id: string) => (id === 'FHIR' ? C.stringAsSource(fhirModel()) : null)),
  )
  return { C, models }
}

/** CQL to its compiled form. Throws on an error, which the translator only notes among its annotations. */
export async function translate(text: string): Promise<Elm> {
  // The model of FHIR is read once.
  loading ??= load()
  const { C, models } = await loading
  const { DisableListDemotion, DisableListPromotion, EnableLocators } = C.CqlCompilerOptions.Options
  // Without the words of the text for each node: they take as long as the rest.
  const options = new C.CqlCompilerOptions().withOptions([EnableLocators, DisableListDemotion, DisableListPromotion])
  const elm: Elm = JSON.parse(C.CqlTranslator.fromText(text, new C.LibraryManager(models, options)).toJson())
  const errors = (elm.library.annotation ?? []).filter((note) => note.errorSeverity === 'error')
  if (errors.length > 0) throw new Error(errors.map((note) => `line ${note.startLine}: ${note.message}`).join('\n'))
  // Without the marks that lead back to the text: the engine would keep a result for each of them.
  return JSON.parse(JSON.stringify(elm, (name, value) => (MARKS.has(name) ? undefined : value)))
}

const MARKS = new Set(['localId', 'locator', 'annotation'])

function fhirModel(): string {
  return readFileSync(require.resolve('cql-exec-fhir/lib/modelInfos/fhir-modelinfo-4.0.1.xml'), 'utf8')
}

/** A library over plain lists, ready to be asked. */
export async function listLibrary(text: string): Promise<(parameters: object) => Promise<Record<string, unknown>>> {
  const library = new Q.Library(await translate(text))
  return async (parameters) =>
    (await new Q.Executor(library, undefined, { ...parameters }).exec(new Q.PatientSource([]))).unfilteredResults
}
