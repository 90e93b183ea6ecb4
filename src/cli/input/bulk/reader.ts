// Each thread loads this: the other readers would only make it start later.
import { RESOURCES_READ, readFhirPerson, subjectOf } from '../../../adapters/fhir/in/index.ts'
import type { CodeIndex } from '../../../adapters/index.ts'
import type { Engine } from '../../../core/engine.ts'
import type { ResourceReader } from './scan.ts'

/** The reader of FHIR resources as scanning needs it: one resource at a time, only to see what becomes of it. */
export function fhirReader(engine: Engine, codes: CodeIndex): ResourceReader {
  return {
    read: (value) => readFhirPerson('', [{ at: '', value }], engine, codes),
    personOf: subjectOf,
    types: RESOURCES_READ,
  }
}
