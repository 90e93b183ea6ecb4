import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Value } from 'typebox/value'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parse } from 'yaml'
import { SOUND, SOUND_GAPS } from '../../test/support/sound-knowledge.ts'
import { readEngineFile } from './engine-file.ts'
import { schemaFiles } from './files/schemas.ts'
import { loadKnowledge } from './load.ts'
import { main } from './write.ts'

const RULE: object = parse(SOUND['rules/criteria/set-one.yaml'] ?? '')

let root: string
let told: string

function put(path: string, text: string): void {
  const full = join(root, path)
  mkdirSync(dirname(full), { recursive: true })
  writeFileSync(full, text)
}

const json = (name: string): unknown => JSON.parse(readFileSync(join(root, 'dist/knowledge', name), 'utf8'))

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'knowledge-'))
  told = ''
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    told += String(text)
    return true
  })
  put('package.json', '{ "version": "1.2.3" }')
  put('knowledge/kleene-gaps.json', SOUND_GAPS)
  for (const [path, text] of Object.entries(SOUND)) put(`knowledge/${path}`, text)
})

afterEach(() => {
  vi.restoreAllMocks()
  rmSync(root, { recursive: true })
})

describe('the build of the knowledge', () => {
  it('writes what the engine, the words, the codes and the library need', () => {
    expect(main([], root)).toBe(0)
    const engine = readEngineFile(join(root, 'dist/knowledge/engine.json'))
    expect(engine.version).toMatch(/^1\.2\.3\+/)
    expect(engine.rules['set-one']?.when?.kind).toBe('all')
    expect(json('codes.json')).toEqual({
      version: engine.version,
      systems: {
        'SNOMED CT': {
          '6631009': { display: 'Thrombocytosis', means: [{ key: 'thrombocytosis', relation: 'exact' }] },
        },
      },
    })
    expect(json('words.en.json')).toMatchObject({
      language: 'en',
      findings: { fever: { label: 'Fever', aliases: ['pyrexia'] } },
      rules: { swelling: { plain: 'The legs swell.' } },
    })
    expect(json('library.json')).toMatchObject({
      findings: {
        oedema: { usedBy: expect.arrayContaining(['confounders/low-platelets', 'rules/swelling', 'risk/one-factor']) },
      },
      care: { support: { legs: { options: [{ says: expect.any(String) }] } } },
      rules: {
        swelling: {
          section: 'derived',
          usedBy: expect.arrayContaining(['rules/set-one']),
          examples: [{ given: { oedema: 'present' } }, { given: { oedema: 'absent' } }],
        },
      },
      sources: { 'work-one': { cite: 'Author A et al., Journal 2020', read: 'abstract' } },
      workup: { count: { traps: [{ proposal: true }] } },
    })
  })

  it('lists what a code means in the order of the keys', () => {
    const codes = (relation: string) => `codes:\n  - { system: S, code: "1", relation: ${relation}, seen: a file }\n`
    for (const [key, relation] of [
      ['oedema', 'related'],
      ['fever', 'exact'],
      ['ivig', 'broader'],
    ] as const) {
      put(`knowledge/findings/${key}.yaml`, `${SOUND[`findings/${key}.yaml`]}${codes(relation)}`)
    }
    expect(main([], root)).toBe(0)
    const means = [
      { key: 'fever', relation: 'exact' },
      { key: 'ivig', relation: 'broader' },
      { key: 'oedema', relation: 'related' },
    ]
    expect(json('codes.json')).toMatchObject({ systems: { S: { '1': { means } } } })
  })

  it('only looks with --check', () => {
    expect(main(['--check'], root)).toBe(0)
    expect(() => json('engine.json')).toThrow(/ENOENT/)
  })

  it('says what is wrong, one line each, and ends with 1', () => {
    put('knowledge/findings/fever.yaml', 'label: Fever\n')
    expect(main(['--check'], root)).toBe(1)
    expect(told).toContain(
      'knowledge/findings/fever.yaml:1: knowledge-invalid: "plain" is missing (one sentence for a person without medical training)\n',
    )
  })

  it('brings the list of gaps up to date and keeps its explanations', () => {
    const rule =
      SOUND['rules/criteria/set-one.yaml']?.replace(
        '- finding: fever',
        '- finding: fever\n        - not: { finding: fever }',
      ) ?? ''
    put('knowledge/rules/criteria/set-one.yaml', rule)
    expect(main(['--gaps'], root)).toBe(1)
    expect(told).toMatch(/not explained: set-one/)
    const path = join(root, 'knowledge/kleene-gaps.json')
    writeFileSync(path, readFileSync(path, 'utf8').replace('"why": ""', '"why": "a test"'))
    expect(main(['--gaps'], root)).toBe(0)
    expect(readFileSync(path, 'utf8')).toContain('"why": "a test"')
  })

  it('refuses other words on the command line', () => {
    expect(main(['--chek'], root)).toBe(2)
  })

  it('reads no engine file that is none', () => {
    put('x.json', '{ "version": "1" }')
    expect(() => readEngineFile(join(root, 'x.json'))).toThrow(/not a compiled knowledge file/)
  })

  it('makes a problem of a folder that is not there', () => {
    expect(loadKnowledge(join(root, 'nowhere')).problems).toMatchObject([{ code: 'file-not-found' }])
  })
})

describe('the JSON Schemas', () => {
  it('hold each definition once and refer to it from within', () => {
    for (const [name, schema] of schemaFiles()) {
      const { $defs = {}, ...rest } = schema
      const text = JSON.stringify(rest)
      expect(text, name).not.toContain('"$defs"')
      for (const [, id = ''] of JSON.stringify(schema).matchAll(/"\$ref":"#\/\$defs\/(\w+)"/g))
        expect($defs, name).toHaveProperty(id)
      expect(JSON.stringify(schema), name).not.toMatch(/"\$ref":"[^#]/)
    }
  })

  it('judge as the schemas they are made of', () => {
    for (const [name, sound, unsound] of [
      ['knowledge-rules.json', RULE, { ...RULE, when: { all: [{ findng: 'fever' }] } }],
      ['knowledge-rules.json', RULE, { ...RULE, when: undefined, eligible: { not: { not: { rule: 7 } } } }],
      [
        'record.json',
        { findings: [{ key: 'fever', status: 'present' }] },
        { findings: [{ key: 'fever', status: 'maybe' }] },
      ],
    ] as const) {
      const schema = schemaFiles().get(name) ?? {}
      expect(Value.Check(schema, sound)).toBe(true)
      expect(Value.Check(schema, unsound)).toBe(false)
    }
  })
})
