export { type FactLists, factLists } from './facts.ts'
export { FIRST_FLAG, firstFlagLibrary } from './fhir/first-flag.ts'
export { cqlFhirLibrary } from './fhir/library.ts'
export {
  type CodeSet,
  EXACT,
  type FhirOptions,
  type FhirReading,
  KNOWN_CODES,
  type SetCode,
  setOf,
} from './fhir/options.ts'
export { exactSets } from './fhir/sets.ts'
export { type CqlLibrary, cqlLibrary } from './library.ts'
