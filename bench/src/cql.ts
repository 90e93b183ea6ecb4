import { readFileSync } from 'node:fs'
import F from 'cql-exec-fhir'
import Q from 'cql-execution'
import { awaiting, type Contender, type Judge, type Verdict, verdictOf } from './contender.ts'
import { translate } from './cql-translate.ts'
import { bundleOf } from './fhir.ts'
import { knownIn } from './hand/three-valued.ts'
import type { RawRecord } from './record.ts'
import { AS_OF } from './records.ts'

export const LIST = 'cql-execution, lists of codes'
export const TUPLE = 'cql-execution, a tuple of booleans'
export const FHIR = 'cql-execution, FHIR resources'

const text = (name: string): string => readFileSync(new URL(`../cql/${name}.cql`, import.meta.url), 'utf8')
const rule = text('rule')
const KEYS = [...new Set([...rule.matchAll(/Is\('([^']+)'\)/g)].map(([, key = '']) => key))]

/** The same rule over one tuple with an element per finding, null where unknown: its fastest form found. */
function tupleText(): string {
  const elements = KEYS.map((key) => `"${key}" Boolean`).join(', ')
  const head = `library Mayo version '1.0.0'\nparameter F Tuple { ${elements} }\ncontext Unfiltered\n`
  return head + rule.slice(rule.indexOf('define Polyneuropathy')).replace(/Is\('([^']+)'\)/g, 'F."$1"')
}

interface Library {
  readonly parametersOf: (raw: RawRecord) => object
  readonly judge: (parameters: object) => Promise<unknown>
}

async function unfiltered(cql: string, parametersOf: (raw: RawRecord) => object): Promise<Library> {
  const library = new Q.Library(await translate(cql))
  const nobody = new Q.PatientSource([])
  return {
    parametersOf,
    judge: async (parameters) =>
      (await new Q.Executor(library, undefined, parameters).exec(nobody)).unfilteredResults.Mayo,
  }
}

function listsOf(raw: RawRecord): object {
  const known = [...knownIn(raw, AS_OF)]
  const codes = (present: boolean) => known.filter(([, value]) => value === present).map(([key]) => key)
  return { Present: codes(true), Absent: codes(false) }
}

function tupleOf(raw: RawRecord): object {
  const known = knownIn(raw, AS_OF)
  return { F: Object.fromEntries(KEYS.map((key) => [key, known.get(key) ?? null])) }
}

/** Makes the three forms of the rule in CQL; translating takes some seconds. */
export async function cql(records: readonly RawRecord[]): Promise<{ contenders: Contender[]; judges: Judge[] }> {
  const list = await unfiltered(text('head-list') + rule, listsOf)
  const tuple = await unfiltered(tupleText(), tupleOf)
  const overFhir = await fhirLibrary()
  const few = records.slice(0, 100)
  const bundles = records.slice(0, 25).map(bundleOf)
  return {
    contenders: [
      ...passes(LIST, list, few),
      ...passes(TUPLE, tuple, few),
      {
        name: FHIR,
        from: 'raw',
        records: bundles.length,
        pass: async () => [...(await overFhir(bundles)).values()].filter((value) => value === true).length,
      },
    ],
    judges: [
      { name: LIST, threeValued: true, sample: 2000, judge: (sample) => judged(list, sample) },
      { name: TUPLE, threeValued: true, sample: 2000, judge: (sample) => judged(tuple, sample) },
      {
        name: FHIR,
        threeValued: true,
        sample: 300,
        judge: async (sample) => {
          const values = await overFhir(sample.map(bundleOf))
          return sample.map((raw) => verdictOf(values.get(raw.id)))
        },
      },
    ],
  }
}

function passes(name: string, library: Library, records: readonly RawRecord[]): Contender[] {
  const size = records.length
  const met = async (parameters: object): Promise<boolean> => (await library.judge(parameters)) === true
  return [
    {
      name,
      from: 'raw',
      records: size,
      pass: awaiting(
        () => records,
        (raw) => met(library.parametersOf(raw)),
      ),
    },
    { name, from: 'prepared', records: size, pass: awaiting(() => records.map(library.parametersOf), met) },
  ]
}

async function judged(library: Library, records: readonly RawRecord[]): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  for (const raw of records) verdicts.push(verdictOf(await library.judge(library.parametersOf(raw))))
  return verdicts
}

/** All bundles in one run, as its bulk use is. The source parses its model of FHIR when it is made: once. */
async function fhirLibrary(): Promise<(bundles: readonly object[]) => Promise<ReadonlyMap<string, unknown>>> {
  const library = new Q.Library(await translate(text('head-fhir') + rule))
  const executor = new Q.Executor(library, undefined, { AsOf: Q.DateTime.parse(AS_OF) })
  const source = F.PatientSource.FHIRv401()
  return async (bundles) => {
    source.reset()
    source.loadBundles([...bundles])
    const { patientResults } = await executor.exec(source)
    return new Map(Object.entries(patientResults).map(([id, result]) => [id, (result as { Mayo?: unknown }).Mayo]))
  }
}
