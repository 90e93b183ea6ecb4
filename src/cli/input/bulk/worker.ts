import { parentPort } from 'node:worker_threads'
import { createEngine } from '../../../core/engine.ts'
import { builtCodeIndex, builtKnowledge } from '../../built.ts'
import type { Answered, Asked } from './pool.ts'
import { fhirReader } from './reader.ts'
import { Scanner } from './scan.ts'

// One thread of `pool.ts`: it scans the blocks it is given, and hands their bytes back.
const codes = builtCodeIndex()
const scanner = new Scanner(fhirReader(createEngine(builtKnowledge()), codes), codes)

parentPort?.on('message', (asked: Asked) => {
  if ('listed' in asked) {
    parentPort?.postMessage(scanner.coverage(asked.listed) satisfies Answered)
    return
  }
  const { bytes } = asked
  parentPort?.postMessage({ ...scanner.scan(bytes), bytes } satisfies Answered, [bytes.buffer])
})
