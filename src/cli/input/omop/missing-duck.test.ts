import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { expect, it, vi } from 'vitest'
import { assessCommand } from '../../commands/assess.ts'

vi.mock('@duckdb/node-api', () => {
  throw new Error("Cannot find package '@duckdb/node-api'")
})

it('says how to install DuckDB where it is missing, reads the rest, and ends with 3', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'scansion-no-duck-'))
  const cdm = join(folder, 'person.csv')
  writeFileSync(cdm, 'person_id\n1\n')
  const record = join(folder, 'own.yaml')
  writeFileSync(record, 'id: own\nfindings: [{ key: papilledema, status: present }]\n')
  // Nobody reads while the command runs: what it writes must fit.
  const stream = () => Object.assign(new PassThrough({ highWaterMark: 1 << 24 }), { isTTY: false })
  const io = { stdin: stream(), stdout: stream(), stderr: stream(), env: {} }
  const code = await assessCommand([folder, record], { json: true }, io)
  rmSync(folder, { recursive: true })
  const manifest = readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8')
  const version = (JSON.parse(manifest) as { optionalDependencies: Record<string, string> }).optionalDependencies[
    '@duckdb/node-api'
  ]
  const [missing, own] = String(io.stdout.read())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { input: string; problems?: readonly object[]; assessment?: object })
  expect(code).toBe(3)
  expect(missing?.problems).toMatchObject([
    {
      code: 'format-unknown',
      at: folder,
      what: expect.stringContaining('an OMOP extract is read through DuckDB, which is not there'),
      hint: `install it beside Scansion with: npm install @duckdb/node-api@${version}`,
    },
  ])
  expect(own?.assessment).toBeDefined()
  expect(String(io.stderr.read())).toContain('DuckDB')
})
