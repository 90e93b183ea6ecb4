export { listenFrom, type Place } from './listen.ts'
export { createServer, type ServerOptions } from './server.ts'
