import type { Engine } from '../../../core/index.ts'
import { COMPLETE } from '../functions.ts'
import { type CqlLibrary, cqlLibrary, type Head } from '../library.ts'
import { text } from '../spelling.ts'
import { conceptFunctions } from './concepts.ts'
import { CONDITION_FUNCTIONS, IN_OWN_TERMS } from './conditions.ts'
import { courseFunctions } from './courses.ts'
import { FACT_FUNCTIONS } from './facts.ts'
import { Keys } from './keys.ts'
import { factsName } from './measured.ts'
import { type FhirOptions, KNOWN_CODES, setName } from './options.ts'
import { resultFunctions } from './results.ts'
import { TIME_FUNCTIONS } from './times.ts'

/** What the form over FHIR does not read, where the reader of Scansion does: written into every library. */
const NOT_CARRIED: readonly string[] = [
  'Codes count under the addresses that the value sets use; other addresses of a system, and its codes without a name where its owner asks for one, do not.',
  'Numbers in words, limits in words, and units that neither UCUM nor its spelling gives are not read; nor is what stands inside another resource, in groups of a questionnaire, or in an older version.',
  'Who a resource is about, and which of two resources of one name is newer, is left to the server.',
  'FHIR has no field for the answer to a treatment, its line, a declared silence, or what explains a finding: what asks for them stays open. The age at the presentation is not known.',
  'Notes and free text are never read; a text that denies or doubts its own code is heeded.',
]

/**
 * Rules as a library of CQL over FHIR 4.0.1: it retrieves by value sets, reads resources as Scansion does, and asks the
 * rules. Throws on an id the knowledge does not have.
 * Example: `cqlFhirLibrary(engine, ["mayo-2007"], "Mayo2007", options).text`.
 */
export function cqlFhirLibrary(engine: Engine, ids: readonly string[], name: string, options: FhirOptions): CqlLibrary {
  return cqlLibrary(engine, ids, name, fhirHead(engine, options))
}

/** What stands before the rules of a library over FHIR, with further parameters. */
export function fhirHead(engine: Engine, options: FhirOptions, parameters = ''): Head {
  return {
    opening: (asked) => {
      const keys = new Keys(engine, options, asked)
      keys.text()
      return opening(engine, options, [...keys.sets].sort(), parameters)
    },
    facts: (asked) =>
      [
        TIME_FUNCTIONS,
        conceptFunctions(options.reading),
        resultFunctions(options.reading.foundInPerson, IN_OWN_TERMS),
        CONDITION_FUNCTIONS,
        courseFunctions(options.reading),
        FACT_FUNCTIONS,
        new Keys(engine, options, asked).text(),
      ].join('\n'),
    factsOf: factsName,
    courses: 'Courses',
    asOf: 'AsOf',
    treatedFrom: 'TreatedFrom',
    call: '',
  }
}

function opening({ knowledge }: Engine, { base }: FhirOptions, sets: readonly string[], parameters: string): string {
  const named = [...sets, KNOWN_CODES].map(
    (id) => `valueset ${setName(id)}: ${text(`${base}/ValueSet/${id}`)} version ${text(knowledge.version)}`,
  )
  return `// Facts are made of the resources of one person. What this form does not read stays not stated, and is never no:
${NOT_CARRIED.map((line) => `// - ${line}`).join('\n')}
using FHIR version '4.0.1'

${named.join('\n')}

// The day asked for: what was known later is left out. By default everything is taken.
parameter AsOfDay Date default @9999-12-31
${parameters}
context Patient

define AsOf:
  Civil(year from AsOfDay, month from AsOfDay, day from AsOfDay)

// FHIR declares no silence.
define Complete:
  List<${COMPLETE}>{}
`
}
