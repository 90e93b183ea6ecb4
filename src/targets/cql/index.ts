export { type FactLists, factLists } from './facts.ts'
export { type CqlLibrary, cqlLibrary } from './library.ts'
