import { readFileSync } from 'node:fs'

/** Systems that NOTICE calls by their full name. */
const FULL_NAMES: Readonly<Record<string, string>> = {
  ORPHA: 'Orphanet',
  NCIT: 'NCI Thesaurus',
  DOID: 'Disease Ontology',
  HCPCS: 'HCPCS Level II',
  'ICD-11-Foundation': 'ICD-11',
  'SKS (Denmark)': 'SKS',
}

/**
 * The paragraph of NOTICE that stands for a code system, on one line; undefined where NOTICE has none.
 * Example: `noticeOf("LOINC")` begins with "LOINC.".
 */
export function noticeOf(
  system: string,
  text = readFileSync(new URL('../../NOTICE', import.meta.url), 'utf8'),
): string | undefined {
  const name = FULL_NAMES[system] ?? system
  const paragraphs = text.slice(text.indexOf('Notices\n')).split(/\n\s*\n/)
  // The name heads the paragraph ("LOINC. This …"), alone or in a list ("ICD-10-CM, ICD-10-PCS and …").
  return paragraphs
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .find((paragraph) => (/^(.*?)(\. | are )/.exec(paragraph)?.[1] ?? '').split(/, | and /).includes(name))
}
