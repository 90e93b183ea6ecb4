import { makeTables } from '../support/databases.ts'
import { openPsql } from '../support/psql.ts'
import { describeServer } from '../support/server-questions.ts'

/** A PostgreSQL server, by `POSTGRES=postgresql://… npm run test:postgres`. */
describeServer('postgres', async () => {
  const database = await openPsql(process.env.POSTGRES ?? 'postgresql:///postgres')
  await makeTables(database)
  return database
})
