export type Format = 'record-json' | 'record-array' | 'ndjson' | 'yaml' | 'phenopacket' | 'fhir' | 'unknown'

const PHENOPACKET =
  /"(?:phenotypicFeatures|phenotypic_features|metaData|meta_data|proband|medicalActions|medical_actions)"\s*:/
// The field by which every resource of FHIR names its type.
const RESOURCE = /"resourceType"\s*:\s*"/
// A line that YAML may begin with: a document mark, a directive, a comment, an item, or a name with a colon.
const YAML_LINE = /^(?:---|%YAML|#|- |-$|"[^"]+"\s*:|'[^']+'\s*:|[A-Za-z_$][\w $.-]*:(?:\s|$))/

/**
 * Which of its formats Scansion takes a text for. It looks at the beginning and the lines, and reads nothing: a text
 * that is broken further on is still detected, and its reader says where it breaks.
 * Example: `detectFormat('{"findings": []}')` is `"record-json"`.
 */
export function detectFormat(text: string): Format {
  const start = text.search(/[^\s\uFEFF]/)
  if (start < 0) return 'unknown'
  switch (text[start]) {
    case '[':
      return 'record-array'
    case '{':
      if (isNdjson(text)) return 'ndjson'
      if (RESOURCE.test(text)) return 'fhir'
      return PHENOPACKET.test(text) ? 'phenopacket' : 'record-json'
    default:
      return YAML_LINE.test(lineAt(text, start)) ? 'yaml' : 'unknown'
  }
}

const LINES_TRIED = 20

/**
 * Several lines, and one of the first is an object by itself. Objects inside a record that is printed over several
 * lines are indented, so only those at the margin count.
 */
function isNdjson(text: string): boolean {
  const lines = firstLines(text, LINES_TRIED)
  return lines.length > 1 && lines.some((line) => line.startsWith('{') && line.trimEnd().endsWith('}') && isJson(line))
}

function firstLines(text: string, most: number): string[] {
  const lines: string[] = []
  for (let start = 0; start < text.length && lines.length < most; ) {
    const line = lineAt(text, start)
    if (line.trim() !== '') lines.push(line.replace(/^\uFEFF/, ''))
    start += line.length + 1
  }
  return lines
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start)
  return end < 0 ? text.slice(start) : text.slice(start, end)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
