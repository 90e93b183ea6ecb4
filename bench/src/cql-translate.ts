import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The part of ELM, the compiled form of CQL, that is looked at here. */
export interface Elm {
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

/**
 * CQL text to ELM, with the translator of @cqframework/cql. The System model comes with the translator, the model of
 * FHIR 4.0.1 with cql-exec-fhir. Throws on an error, which the translator only notes.
 */
export async function translate(text: string): Promise<Elm> {
  const { SystemModelInfoProvider } = await import('@cqframework/cql/cql')
  const C = await import('@cqframework/cql/cql-to-elm')
  const models = new C.ModelManager()
  models.modelInfoLoader.registerModelInfoProvider(new SystemModelInfoProvider())
  models.modelInfoLoader.registerModelInfoProvider(
    C.createModelInfoProvider((id: string) => (id === 'FHIR' ? C.stringAsSource(fhirModel()) : null)),
  )
  const libraries = new C.LibraryManager(models)
  const elm: Elm = JSON.parse(C.CqlTranslator.fromText(text, libraries).toJson())
  const errors = (elm.library.annotation ?? []).filter((note) => note.errorSeverity === 'error')
  if (errors.length > 0) throw new Error(errors.map((note) => `line ${note.startLine}: ${note.message}`).join('\n'))
  return bare(elm)
}

/** Without the marks that lead from ELM back to the text: the engine would keep a result for each of them. */
function bare(elm: Elm): Elm {
  return JSON.parse(JSON.stringify(elm, (name, value) => (MARKS.has(name) ? undefined : value)))
}

const MARKS = new Set(['localId', 'locator', 'annotation'])

function fhirModel(): string {
  return readFileSync(require.resolve('cql-exec-fhir/lib/modelInfos/fhir-modelinfo-4.0.1.xml'), 'utf8')
}
