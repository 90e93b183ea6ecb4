import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Builds once before all tests, so that tests of the command never meet an old `dist`. */
export default function build(): void {
  execFileSync('npm', ['run', '--silent', 'build'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    stdio: ['ignore', 'inherit', 'inherit'],
  })
}
