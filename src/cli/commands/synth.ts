import * as synth from '../../synth/index.ts'
import { EXIT, type Io } from '../io.ts'
import { progressLine } from '../progress.ts'
import { type Order, orderOf, type SynthFlags } from '../synth/flags.ts'
import { Sink } from '../synth/sink.ts'

/**
 * Writes made-up histories, and beside them what is true of each: deterministic, a person at a time.
 * Example: `await synthCommand({ format: "record", persons: "10", seed: "7" }, process)`.
 */
export async function synthCommand(flags: SynthFlags, io: Io): Promise<number> {
  const order = orderOf(flags, synth)
  await writeLines(order, io)
  return EXIT.done
}

async function writeLines(order: Order, io: Io): Promise<void> {
  const { format, persons, making } = order
  const out = order.out === undefined ? Sink.stream(io.stdout) : Sink.file(order.out)
  const truth = order.truth === undefined ? undefined : Sink.file(order.truth)
  const progress = progressLine(io)
  for (let id = 1; id <= persons; id++) {
    const history = synth.personOf(id, making)
    out.add(`${JSON.stringify(synth.asRecord(history))}\n`)
    truth?.add(`${JSON.stringify(synth.truthOf(history, format))}\n`)
    if (!(await out.flow())) break
    await truth?.flow()
    progress.say(() => `${id} of ${persons} people`)
  }
  progress.end()
  await out.end()
  await truth?.end()
}
