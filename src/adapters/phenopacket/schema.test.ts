import { readFileSync } from 'node:fs'
import { createFileRegistry, fromBinary, fromJson, type JsonValue } from '@bufbuild/protobuf'
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt'
import { describe, expect, it } from 'vitest'
import { publishedCases, readCase, teachingCases } from '../../../test/support/cases.ts'
import { realEngine, realKnowledge } from '../../../test/support/real.ts'
import { codesFile } from '../../load/files/codes.ts'
import { writePacket } from './write.ts'

/** Every packet that is written, against the schema that GA4GH publishes: see `test/support/phenopackets/extract.py`. */

const file = new URL('../../../test/support/phenopackets/phenopacket-v2.binpb', import.meta.url)
const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, readFileSync(file)))
const schema = registry.getMessage('org.phenopackets.schema.v2.Phenopacket')

const engine = realEngine()
const { systems } = codesFile(realKnowledge().findings, 'test')
const codes = Object.fromEntries(
  Object.entries(systems).map(([system, list]) => [
    system,
    Object.fromEntries(
      Object.entries(list).map(([code, { means, display }]) => [code, means.map((row) => ({ ...row, display }))]),
    ),
  ]),
)

/** Reads by the rules of protobuf's JSON: unknown fields, enums and types are refused, and one field of a choice only. */
function parse(packet: unknown): void {
  if (schema === undefined) throw new Error('the schema has no Phenopacket')
  fromJson(schema, packet as JsonValue, { registry, ignoreUnknownFields: false })
}

const written = (path: string) => {
  const { record } = readCase(path, engine)
  return JSON.parse(JSON.stringify(writePacket(record, engine, codes, { created: '2026-11-25T08:00:00Z' }).written))
}

/** Every ontology class of a packet: an object with an id and a label. */
function termsOf(value: unknown): readonly { readonly id: string; readonly label: string }[] {
  if (value === null || typeof value !== 'object') return []
  const own = 'label' in value && 'id' in value ? [{ id: String(value.id), label: String(value.label) }] : []
  return [...own, ...Object.values(value).flatMap(termsOf)]
}

describe('the published schema', () => {
  it.each([
    ['an unknown field', { id: 'p', subjekt: {} }],
    ['an unknown enum', { id: 'p', subject: { id: 'p', sex: 'WOMAN' } }],
    ['a number for a text', { id: 5 }],
    ['a time that is none', { id: 'p', metaData: { created: 'yesterday' } }],
    ['two of a choice', { medicalActions: [{ treatment: {}, procedure: {} }] }],
  ])('refuses %s', (_, packet) => {
    expect(() => parse(packet)).toThrow()
  })
})

describe('writePacket', () => {
  it.each([...teachingCases(), ...publishedCases()])('writes %s as the schema has it', (path) => {
    const packet = written(path)
    expect(() => parse(packet)).not.toThrow()
    const { metaData } = packet as { metaData: { resources?: readonly { namespacePrefix: string; version: string }[] } }
    const { resources } = metaData
    // What the validator of GA4GH asks beyond the schema: no empty list, and a resource for each prefix.
    if (resources !== undefined) expect(resources.length).toBeGreaterThan(0)
    const prefixes = new Set(termsOf(packet).map(({ id }) => id.slice(0, id.indexOf(':'))))
    expect(new Set(resources?.map(({ namespacePrefix }) => namespacePrefix))).toEqual(prefixes)
    for (const { version } of resources ?? []) expect(version).toContain(engine.knowledge.version)
  })

  it('labels codes with the words of their terminology', () => {
    const labels = new Map(
      [...teachingCases(), ...publishedCases()]
        .flatMap((path) => termsOf(written(path)))
        .map(({ id, label }) => [id, label]),
    )
    expect(labels.get('HP:0001085')).toBe(systems.HPO?.['HP:0001085']?.display)
    const loinc = [...labels].filter(([id]) => id.startsWith('LOINC:'))
    expect(loinc.length).toBeGreaterThan(10)
    for (const [id, label] of loinc) expect(label).toBe(systems.LOINC?.[id.slice(6)]?.display)
  })
})
