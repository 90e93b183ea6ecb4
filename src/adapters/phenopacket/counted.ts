import { type Coverage, type Fate, Tally } from '../coverage.ts'
import type { Packet } from './packet.ts'

/** Counts what became of the parts of a packet, by what reading each of them left behind. */
export class Counted {
  readonly #packet: Packet
  readonly #tally = new Tally()

  constructor(packet: Packet) {
    this.#packet = packet
  }

  get coverage(): Coverage {
    return this.#tally.coverage()
  }

  read(kind: string, read: () => void): void {
    const { facts, courses, hints } = this.#packet
    const stated = facts.length + courses.length
    const hinted = hints.length
    read()
    const seen = hints.slice(hinted)
    for (const { code, label, key } of seen) if (key === undefined) this.#tally.unknown(code, label)
    const fate: Fate =
      facts.length + courses.length > stated
        ? 'used'
        : seen.some(({ key }) => key !== undefined)
          ? 'toConfirm'
          : 'notUnderstood'
    this.#tally.count(kind, fate)
  }

  setAside(kind: string): void {
    this.#tally.count(kind, 'setAside')
  }
}
