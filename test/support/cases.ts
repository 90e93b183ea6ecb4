import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { readOwn } from '../../src/adapters/case/record.ts'
import { JsonPlace } from '../../src/adapters/pointer.ts'
import type { Engine } from '../../src/core/engine.ts'
import type { PersonRecord } from '../../src/core/record.ts'
import type { Problem } from '../../src/schema/problem.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

function casesIn(folder: string, ext: string): readonly string[] {
  const names = readdirSync(`${ROOT}cases/${folder}`).filter((name) => name.endsWith(ext) && name !== 'expected.yaml')
  return names.sort().map((name) => `cases/${folder}/${name}`)
}

/** Paths of the published cases, from the root of the repository. */
export function publishedCases(): readonly string[] {
  return casesIn('published', '.json')
}

/** Paths of the made-up teaching cases. */
export function teachingCases(): readonly string[] {
  return casesIn('teaching', '.yaml')
}

export interface ReadCase {
  readonly record: PersonRecord
  readonly problems: readonly Problem[]
  /** The file as parsed, for what the record does not keep. */
  readonly content: unknown
}

/** A case as the record adapter reads it. Throws where there is no record: a case that is not read tests nothing. */
export function readCase(path: string, engine: Engine): ReadCase {
  const content: unknown = parse(readFileSync(`${ROOT}${path}`, 'utf8'))
  const { record, problems } = readOwn(new JsonPlace(path), content, engine)
  if (!record) throw new Error(`${path} holds no record`)
  return { record, problems, content }
}
