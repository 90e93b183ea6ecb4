export { DIALECTS, type Dialect, spell } from './dialect.ts'
export { type RuleQuery, sqlOf } from './query.ts'
export { type Cell, factRows, type Row } from './rows.ts'
export { createTables, TABLES, type TableName } from './tables.ts'
