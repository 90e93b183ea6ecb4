import { createStore } from 'zustand/vanilla'
import type { Problem } from '../../../src/schema/index.ts'
import { today } from '../state/clock.ts'
import type { Asked, Input, Person, TableGuess, Told } from './messages.ts'

/** What was opened last: persons that were read, and what could not be. */
export interface Opened {
  readonly reading: boolean
  readonly progress: { readonly done: number; readonly of: number } | undefined
  readonly names: readonly string[]
  readonly persons: readonly Person[]
  readonly problems: readonly Problem[]
  /** Tables that wait for their guess to be accepted. */
  readonly guesses: readonly TableGuess[]
  readonly failed: string | undefined
}

const NOTHING: Opened = {
  reading: false,
  progress: undefined,
  names: [],
  persons: [],
  problems: [],
  guesses: [],
  failed: undefined,
}

export const opened = createStore<Opened>(() => NOTHING)

let worker: Worker | undefined
let waiting: readonly Input[] = []

/** Reads files or text in a worker; `opened` follows. What was opened before is put away. */
export function openInputs(inputs: readonly Input[]): void {
  if (inputs.length === 0) return
  opened.setState({ ...NOTHING, reading: true, names: inputs.map(({ name }) => name) })
  waiting = inputs
  start({ inputs, today: today(), acceptGuess: false })
}

/** Reads the tables that wait, as their guess says. */
export function acceptGuesses(): void {
  const names = new Set(opened.getState().guesses.map(({ name }) => name))
  opened.setState({ guesses: [], reading: true })
  start({ inputs: waiting.filter(({ name }) => names.has(name)), today: today(), acceptGuess: true })
}

export function closeOpened(): void {
  worker?.terminate()
  waiting = []
  opened.setState(NOTHING)
}

function start(asked: Asked): void {
  worker?.terminate()
  const reader = new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' })
  worker = reader
  const end = (change: Partial<Opened>) => {
    reader.terminate()
    opened.setState({ ...change, reading: false, progress: undefined })
  }
  reader.onmessage = ({ data }: MessageEvent<Told>) => {
    const { persons, problems, guesses } = opened.getState()
    switch (data.kind) {
      case 'persons':
        return opened.setState({ persons: [...persons, ...data.persons] })
      case 'problems':
        return opened.setState({ problems: [...problems, ...data.problems] })
      case 'guess':
        return opened.setState({ guesses: [...guesses, data.guess] })
      case 'progress':
        return opened.setState({ progress: { done: data.done, of: data.of } })
      case 'done':
        return end({})
      case 'failed':
        return end({ failed: data.what })
    }
  }
  reader.onerror = ({ message }) => end({ failed: message || 'the reader could not be started' })
  reader.postMessage(asked)
}
