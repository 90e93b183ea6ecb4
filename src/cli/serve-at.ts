/** Where the page is served without flags: this machine only. */
export const DEFAULT_HOST = '127.0.0.1'
export const DEFAULT_PORT = 7321
