import { expect, it } from 'vitest'
import { detectFormat } from './detect.ts'

it.each([
  ['{"findings": []}', 'record-json'],
  ['\uFEFF\n  {"findings": []}', 'record-json'],
  ['{\n  "findings": [\n    { "key": "x" }\n  ]\n}\n', 'record-json'],
  ['{"findings": ', 'record-json'],
  ['[{"findings": []}]', 'record-array'],
  ['{"id": "a"}\n{"id": "b"}\n', 'ndjson'],
  ['{"id": "a"}\r\n\r\n{"id": "b"}', 'ndjson'],
  ['{"id": "a"\n{"id": "b"}\n', 'ndjson'],
  ['{"id": "a"}\n', 'record-json'],
  ['{"subject": {}, "phenotypicFeatures": []}', 'phenopacket'],
  ['{"subject": {}, "phenotypic_features" : []}', 'phenopacket'],
  ['{"proband": {}}', 'phenopacket'],
  ['id: x\nfindings: []', 'yaml'],
  ['# a case\nid: x', 'yaml'],
  ['---\nid: x', 'yaml'],
  ['- id: x', 'yaml'],
  ['"id": x', 'yaml'],
  ['id,key,status\n1,x,present', 'unknown'],
  ['%PDF-1.7', 'unknown'],
  ['Dear colleague, thank you', 'unknown'],
  ['<Bundle/>', 'unknown'],
  ['', 'unknown'],
])('%j is %s', (text, format) => {
  expect(detectFormat(text)).toBe(format)
})
