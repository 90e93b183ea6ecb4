import { describeServer } from '../support/server-questions.ts'
import { openSpark } from '../support/spark.ts'

/** Spark SQL, by `SPARK_SQL=path/to/spark-sql npm run test:spark`. */
describeServer('spark', () => openSpark(process.env.SPARK_SQL ?? 'spark-sql'))
