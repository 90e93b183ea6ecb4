import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** Where a server is to listen; `tries` is how many ports, one after the other, may be asked for. */
export interface Place {
  readonly host: string
  readonly port: number
  readonly tries: number
}

/**
 * Listens on the first free port from `port` on and gives where. With port 0 the system picks one. A name such as
 * `localhost` may stand for more than one address. Throws what the system says of the last port, such as EADDRINUSE.
 * Example: `await listenFrom(server, { host: '127.0.0.1', port: 7321, tries: 20 })` is on 7322 when 7321 is taken.
 */
export async function listenFrom(
  server: FastifyInstance,
  { host, port, tries }: Place,
): Promise<readonly AddressInfo[]> {
  for (let asked = port; ; asked++) {
    try {
      await server.listen({ host, port: asked })
      return server.addresses().filter((address) => typeof address !== 'string')
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      if (!taken || asked + 1 >= Math.min(port + tries, PORTS)) throw error
    }
  }
}

const PORTS = 65536
