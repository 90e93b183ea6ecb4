import F from 'cql-exec-fhir'
import Q from 'cql-execution'
import type { CodeIndex } from '../../src/adapters/codes.ts'
import { fhirReading, specimensOf } from '../../src/adapters/index.ts'
import { knownCodes, packageCodes } from '../../src/cli/package-codes.ts'
import { formatDay } from '../../src/core/day.ts'
import type { Engine } from '../../src/core/engine.ts'
import { exactSets, type FhirOptions, KNOWN_CODES } from '../../src/targets/cql/index.ts'
import { translate } from './cql.ts'

const BASE = 'https://example.org/fhir'

/** The package's value sets, and how a library over FHIR is made with them. */
export function fhirOptions(engine: Engine, index: CodeIndex): FhirOptions & { readonly index: CodeIndex } {
  return {
    base: BASE,
    codes: packageCodes(engine, index),
    reading: fhirReading,
    specimenOf: specimensOf(engine),
    index,
  }
}

type Sets = Record<string, Record<string, { code: string; system: string; version: string }[]>>

/** The sets by address and version, as an engine of CQL asks for them. */
function setsOf({ codes, index }: ReturnType<typeof fhirOptions>, version: string): Sets {
  const sets = [...codes, ...exactSets(codes), [KNOWN_CODES, { codes: knownCodes(index) }] as const]
  return Object.fromEntries(
    sets.map(([id, { codes: list }]) => [
      `${BASE}/ValueSet/${id}`,
      { [version]: list.map(({ code, system }) => ({ code, system, version: '' })) },
    ]),
  )
}

// It parses its model, each time it is made.
let source: F.PatientSource | undefined

type Results = Readonly<Record<string, unknown>>

/** A library over FHIR, ready to be asked about Bundles of one person each. */
export interface FhirLibrary {
  /** The results of all its defines. */
  readonly ask: (bundle: object, parameters?: object) => Promise<Results>
  /** The result of one define. */
  readonly one: (bundle: object, define: string, parameters?: object) => Promise<unknown>
}

/** Translates a library over FHIR. */
export async function fhirLibrary(
  text: string,
  options: ReturnType<typeof fhirOptions>,
  version: string,
): Promise<FhirLibrary> {
  const library = new Q.Library(await translate(text))
  const service = new Q.CodeService(setsOf(options, version))
  const sourceOf = (bundle: object) => {
    source ??= F.PatientSource.FHIRv401()
    source.reset()
    source.loadBundles([bundle])
    return source
  }
  const only = (results: object): Results => {
    const [found] = Object.values(results)
    if (found === undefined || found === null) throw new Error('no result for the person')
    return found
  }
  return {
    ask: async (bundle, parameters = {}) => {
      const { patientResults } = await new Q.Executor(library, service, { ...parameters }).exec(sourceOf(bundle))
      return only(patientResults)
    },
    one: async (bundle, define, parameters = {}) => {
      const executor = new Q.Executor(library, service, { ...parameters })
      const { patientResults } = await executor.exec_expression(
        define,
        sourceOf(bundle),
        Q.DateTime.fromJSDate(new Date(0), 0),
      )
      return only(patientResults)[define]
    },
  }
}

/** A day number as the parameter of a library over FHIR; none for Infinity. */
export function asOfDay(day: number): object {
  return Number.isFinite(day) ? { AsOfDay: Q.Date.parse(formatDay(day)) } : {}
}
