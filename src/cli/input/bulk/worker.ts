import { parentPort } from 'node:worker_threads'
import { createEngine } from '../../../core/engine.ts'
import { builtCodeIndex, builtKnowledge } from '../../built.ts'
import type { Answered, Asked, ScannedBlock } from './pool.ts'
import { RangeReader } from './range.ts'
import { fhirReader } from './reader.ts'
import { Scanner } from './scan.ts'

// One thread of `pool.ts`: it scans the pieces it is given, and answers with the lines that are worth reading.
const codes = builtCodeIndex()
const scanner = new Scanner(fhirReader(createEngine(builtKnowledge()), codes), codes)
const reader = new RangeReader()

parentPort?.on('message', (asked: Asked) => {
  const answer = answerTo(asked)
  const given = Array.isArray(answer) ? answer.flatMap(({ kept, bytes }) => [kept.buffer, bytes.buffer]) : []
  parentPort?.postMessage(answer, given)
})

function answerTo(asked: Asked): Answered {
  if ('listed' in asked) return scanner.coverage(asked.listed)
  const blocks = 'file' in asked ? reader.read(asked) : [asked]
  const scanned: ScannedBlock[] = []
  for (const { bytes, offset, tooLong } of blocks) scanned.push({ ...scanner.scan(bytes), offset, tooLong })
  return scanned
}
