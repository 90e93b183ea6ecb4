export { listenFrom } from './listen.ts'
export { createServer } from './server.ts'
