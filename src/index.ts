export { type AssessOptions, assess } from './assess/index.ts'
export { createEngine, type Engine, Evaluator, type PersonRecord, prepare } from './core/index.ts'
export type { Assessment, Knowledge, Problem } from './schema/index.ts'
