import Q from 'cql-execution'
import F from 'cql-exec-fhir'
import type { CodeIndex } from '../../src/adapters/codes.ts'
import { fhirReading, specimensOf } from '../../src/adapters/index.ts'
import { knownCodes, packageCodes } from '../../src/cli/package-codes.ts'
import type { Engine } from '../../src/core/engine.ts'
import { exactSets, type FhirOptions, KNOWN_CODES } from '../../src/targets/cql/index.ts'
import { translate } from './cql.ts'

export const BASE = 'https://example.org/fhir'

/** The package's value sets, and how a library over FHIR is made with them. */
export function fhirOptions(engine: Engine, index: CodeIndex): FhirOptions & { readonly index: CodeIndex } {
  return { base: BASE, codes: packageCodes(engine, index), reading: fhirReading, specimenOf: specimensOf(engine), index }
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

/** A Bundle of one person. */
export type PersonBundle = { readonly entry?: readonly object[] }

/** A library over FHIR, ready to be asked about Bundles of one person each: the results of all its defines. */
export async function fhirLibrary(
  text: string,
  options: ReturnType<typeof fhirOptions>,
  version: string,
): Promise<(bundle: object, parameters?: object) => Promise<Readonly<Record<string, unknown>>>> {
  const library = new Q.Library(await translate(text))
  const service = new Q.CodeService(setsOf(options, version))
  return async (bundle, parameters = {}) => {
    source ??= F.PatientSource.FHIRv401()
    source.reset()
    source.loadBundles([bundle])
    const { patientResults } = await new Q.Executor(library, service, { ...parameters }).exec(source)
    const [only] = Object.values(patientResults)
    if (only === undefined) throw new Error('no result for the person')
    return only
  }
}

/** A day as the parameter of a library over FHIR. */
export function asOfDay(text: string): object {
  return { AsOfDay: Q.Date.parse(text) }
}
