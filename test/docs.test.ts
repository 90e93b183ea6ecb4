import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Value } from 'typebox/value'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { AuthoredRecord, Finding, Rule, Source } from '../src/schema/index.ts'
import { anchorsOf, type Fence, fencesOf, linksOf, markdownPages, outputPattern, ROOT } from './support/docs.ts'

const pages = markdownPages()
const fences = pages.flatMap(fencesOf)
const named = (fence: Fence) => `${fence.path}:${fence.line}`
const of = (...languages: string[]) => fences.filter(({ language }) => languages.includes(language))
const SHAPES = { record: AuthoredRecord, rule: Rule, finding: Finding, source: Source } as const
const manifest: {
  scripts: Record<string, string>
  dependencies: Record<string, string>
  optionalDependencies: Record<string, string>
} = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8'))

/** A folder where the commands of the pages run: the checkout as a reader sees it, with the files the pages write. */
let reader = ''
beforeAll(() => {
  reader = mkdtempSync(join(tmpdir(), 'scansion-docs-'))
  for (const name of ['bin', 'cases', 'docs', 'knowledge', 'dist', 'node_modules'])
    symlinkSync(join(ROOT, name), join(reader, name))
  for (const { words, content } of fences) {
    const file = words.find((word) => word.startsWith('file='))?.slice('file='.length)
    if (file) writeFileSync(join(reader, file), `${content}\n`)
  }
})
afterAll(() => rmSync(reader, { recursive: true }))

function run(command: string): { code: number | null; output: string } {
  const [program, ...args] = command.split(' ')
  expect(program, `only node is run in examples: ${command}`).toBe('node')
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: reader, encoding: 'utf8', env })
  const output = `${stdout}${stderr}`
  return { code: status, output: output === '' || output.endsWith('\n') ? output : `${output}\n` }
}

describe('fenced examples', () => {
  it('are of languages that are checked', () => {
    const known = ['sh', 'console', 'json', 'yaml', 'ts', 'text']
    expect(fences.filter(({ language }) => !known.includes(language)).map(named)).toEqual([])
    expect(of('console').length).toBeGreaterThan(8)
  })

  it.each(of('console').map((fence) => [named(fence), fence] as const))('%s prints what it says', (_, { content }) => {
    for (const part of content.split(/^\$ /m).filter(Boolean)) {
      const [command = '', ...lines] = part.trimEnd().split('\n')
      const exit = Number(/^# exit code (\d)$/.exec(lines.at(-1) ?? '')?.[1] ?? 0)
      const { code, output } = run(command)
      expect(output).toMatch(outputPattern(lines.filter((line) => !line.startsWith('# exit code'))))
      expect(code).toBe(exit)
    }
  })

  it.each(of('sh').map((fence) => [named(fence), fence] as const))('%s runs', (_, { content }) => {
    const commands = content
      .split(/\n|&&/)
      .map((line) => line.replace(/\s+#.*$/, '').trim())
      .filter(Boolean)
    for (const command of commands) {
      const script = /^npm (?:run )?(\S+)$/.exec(command)?.[1]
      if (script === undefined) expect(run(command).code, command).toBe(0)
      else if (script !== 'ci') expect(manifest.scripts, command).toHaveProperty([script])
    }
  })

  it.each(of('json', 'yaml').map((fence) => [named(fence), fence] as const))('%s has its shape', (_, fence) => {
    const content: unknown =
      fence.language === 'json'
        ? JSON.parse(fence.content)
        : parseAllDocuments(fence.content).map((document) => document.toJS())[0]
    const shape = Object.entries(SHAPES).find(([name]) => fence.words.includes(name))?.[1]
    expect(shape, 'say after the language what it is: record, rule, finding or source').toBeDefined()
    if (shape) expect([...Value.Errors(shape, content)]).toEqual([])
  })

  it('compile and run as TypeScript', () => {
    const folder = join(ROOT, 'reports', 'docs-examples')
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    const examples = of('ts')
    expect(examples.length).toBeGreaterThan(0)
    for (const [index, { content }] of examples.entries()) writeFileSync(join(folder, `example-${index}.ts`), content)
    const options = {
      rootDir: '.',
      outDir: 'out',
      composite: false,
      declaration: false,
      declarationMap: false,
      types: ['node'],
    }
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ extends: '../../tsconfig.base.json', compilerOptions: options, include: ['*.ts'] }),
    )
    const tsc = spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', folder], {
      encoding: 'utf8',
    })
    expect(tsc.stdout).toBe('')
    for (const [index, example] of examples.entries()) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'out', `example-${index}.js`)], {
        encoding: 'utf8',
      })
      expect(stderr, named(example)).toBe('')
      expect(status).toBe(0)
      expect(stdout).not.toBe('')
    }
  })

  it('are compared line by line', () => {
    expect('a\nx\ny\nb\n').toMatch(outputPattern(['a', '…', 'b']))
    expect('a 1 (2)\n').toMatch(outputPattern(['a … (2)']))
    expect('a\nc\nb\n').not.toMatch(outputPattern(['a', 'b']))
    expect('a\nb\nc\n').not.toMatch(outputPattern(['a', 'b']))
  })
})

describe('links', () => {
  const anchors = new Map(pages.map(({ path, text }) => [path, anchorsOf(text)]))

  it('lead to files and anchors that are there', () => {
    const broken = pages.flatMap((page) =>
      linksOf(page)
        .filter(
          ({ file, hash }) =>
            !existsSync(join(ROOT, file)) || (hash && anchors.has(file) && !anchors.get(file)?.has(hash)),
        )
        .map(({ file, hash }) => `${page.path}: ${file}${hash ? `#${hash}` : ''}`),
    )
    expect(broken).toEqual([])
  })

  it('reach every page written by hand from the index or the README', () => {
    const byPath = new Map(pages.map((page) => [page.path, page]))
    const reached = new Set(['README.md'])
    for (const path of reached)
      for (const { file } of linksOf(byPath.get(path) ?? { path, text: '' })) reached.add(file)
    const unreached = pages.filter(({ path }) => path.startsWith('docs/') && !reached.has(path)).map(({ path }) => path)
    expect(unreached).toEqual([])
  })
})

describe('pages', () => {
  it('name no place outside the repository', () => {
    const outside = pages
      .filter(({ text }) => /\/work\/|\.\.\/shared|\/root\/|\/tmp\//.test(text))
      .map(({ path }) => path)
    expect(outside).toEqual([])
  })

  it('of the seed documents have a place for every group of statements', () => {
    const text = readFileSync(`${ROOT}/docs/coverage.md`, 'utf8')
    const rows = [...text.matchAll(/^\| (.*) \| (.*) \|$/gm)].filter(
      ([, left]) => left !== 'Statements' && left !== '---',
    )
    expect(rows.length).toBeGreaterThan(230)
    for (const seed of ['s0', 's1', 's2', 's3', 's4']) expect(text).toMatch(new RegExp(`^## ${seed}:`, 'm'))
    expect(text).not.toContain('later part')
    for (const [, left = '', right = ''] of rows) {
      const places = [...right.matchAll(/`([^`]+)`/g)].map(([, place = '']) => place)
      const files = places.filter((place) => place === 'settings' || (place.includes('/') && !place.endsWith('/')))
      for (const file of files) expect(existsSync(`${ROOT}/knowledge/${file}.yaml`), `${left}: ${file}`).toBe(true)
      expect(files.length, left).toBeGreaterThan(0)
    }
  })

  it('on safety name tests that exist', () => {
    const text = readFileSync(`${ROOT}/docs/safety.md`, 'utf8')
    const tests = [...text.matchAll(/`((?:src|test)\/[^`]+\.(?:test\.ts|yaml))` › ([^|<]+?)(?=<br>| \|)/g)]
    expect(tests.length).toBeGreaterThan(40)
    for (const [, file = '', name = ''] of tests) {
      expect(existsSync(`${ROOT}/${file}`), file).toBe(true)
      expect(readFileSync(`${ROOT}/${file}`, 'utf8'), `${file} › ${name}`).toContain(name)
    }
    const code = [...text.matchAll(/`((?:src|knowledge)\/[^`]+\.(?:ts|yaml))`/g)].map(([, path = '']) => path)
    for (const path of code) expect(existsSync(`${ROOT}/${path}`), path).toBe(true)
  })

  it('on decisions are all in their list', () => {
    const list = readFileSync(`${ROOT}/docs/decisions/README.md`, 'utf8')
    const decisions = pages.filter(({ path }) => /^docs\/decisions\/\d{4}-/.test(path))
    for (const { path, text } of decisions) {
      expect(list).toContain(`(${path.slice('docs/decisions/'.length)})`)
      for (const part of ['Context', 'Decision', 'Consequences', 'Alternatives'])
        expect(text, path).toContain(`\n## ${part}\n`)
    }
  })

  it('on dependencies have a row for each package an install brings by name', () => {
    const text = readFileSync(`${ROOT}/docs/dependencies.md`, 'utf8')
    const rows = [...text.matchAll(/^\| `([^`]+)`/gm)].map(([, name = '']) => name)
    expect(rows.sort()).toEqual(Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }).sort())
  })
})
