import { describeServer } from '../support/server-questions.ts'
import { openTrino } from '../support/trino.ts'

/** A Trino with the memory connector, by `TRINO=http://localhost:8080 npm run test:trino`. */
describeServer('trino', async () => openTrino(process.env.TRINO ?? 'http://localhost:8080'))
