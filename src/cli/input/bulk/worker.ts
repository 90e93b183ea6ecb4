import { parentPort } from 'node:worker_threads'
import { createEngine } from '../../../core/engine.ts'
import { builtCodeIndex, builtKnowledge } from '../../built.ts'
import type { Answered, Asked } from './pool.ts'
import { RangeReader } from './range.ts'
import { fhirReader } from './reader.ts'
import { Scanner } from './scan.ts'
import { scannedIn } from './threads.ts'

// One thread of `pool.ts`: it scans the pieces it is given for lines that are worth reading.
const codes = builtCodeIndex()
const scanner = new Scanner(fhirReader(createEngine(builtKnowledge()), codes), codes)
const reader = new RangeReader()

parentPort?.on('message', (asked: Asked) => {
  const answer = answerTo(asked)
  const given = answer.answer === 'scan' ? answer.blocks.flatMap(({ kept, bytes }) => [kept.buffer, bytes.buffer]) : []
  parentPort?.postMessage(answer, given)
})

function answerTo(asked: Asked): Answered {
  switch (asked.ask) {
    case 'scan':
      return { answer: 'scan', blocks: [...scannedIn(asked.piece, reader, scanner)] }
    case 'coverage':
      return { answer: 'coverage', coverage: scanner.coverage() }
  }
}
