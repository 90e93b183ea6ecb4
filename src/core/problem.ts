import type { Problem } from '../schema/problem.ts'

export type { Problem }

/**
 * Every code a problem can carry. `lost` says that something in the input could not be used:
 * the command then ends with exit code 3. Retired codes are never reused.
 */
export const PROBLEM_CODES = {
  'file-not-found': { lost: true, means: 'the file or folder does not exist or cannot be opened' },
  'file-empty': { lost: true, means: 'the file holds nothing' },
  'file-compressed-badly': { lost: true, means: 'the file ends in .gz but its content cannot be unpacked' },
  'file-encoding': { lost: true, means: 'bytes that are not valid text in the encoding of the file' },
  'format-unknown': { lost: true, means: 'the content is none of the formats Scansion reads' },
  'json-broken': { lost: true, means: 'the text is not valid JSON' },
  'yaml-broken': { lost: true, means: 'the text is not valid YAML' },
  'nested-too-deep': { lost: true, means: 'lists or objects nested deeper than any record needs' },
  'too-large': { lost: true, means: 'one value, list or line is larger than any record needs' },
  'name-repeated': { lost: true, means: 'an object holds the same name twice, so one of the values is lost' },
  'name-forbidden': { lost: true, means: 'an object holds a name such as __proto__ that is never a field' },
  'record-not-object': { lost: true, means: 'a record is not an object' },
  'field-unknown': { lost: true, means: 'a field the format does not have' },
  'field-type': { lost: true, means: 'a field holds the wrong type of value' },
  'field-missing': { lost: true, means: 'a field that is needed is not there' },
  'key-unknown': { lost: true, means: 'a finding, measurement or treatment that is not in the vocabulary' },
  'key-wrong-list': {
    lost: false,
    means: 'a measurement among the findings or the other way round; it was read all the same',
  },
  'status-unknown': { lost: true, means: 'a status other than present, absent or equivocal' },
  'choice-unknown': { lost: true, means: 'a value that is not among the choices of its key' },
  'value-not-number': { lost: true, means: 'a measurement whose value is not a finite number' },
  'value-negative': { lost: true, means: 'a measurement below zero that cannot be' },
  'comparator-unknown': { lost: true, means: 'a comparator other than <, <=, >, >=' },
  'unit-missing': { lost: true, means: 'a measurement without a unit; units are never guessed' },
  'unit-unknown': { lost: true, means: 'a unit that is neither UCUM nor a known spelling' },
  'unit-not-convertible': { lost: true, means: 'a unit that cannot become the unit of this key' },
  'unit-unverified': { lost: true, means: 'a conversion that rests on an unverified factor and is switched off' },
  'limit-unusable': { lost: true, means: 'a reference limit that is not a number, or a low limit above the high one' },
  'date-invalid': { lost: true, means: 'a date that is not ISO, or a day that does not exist' },
  'date-needs-presentation': {
    lost: false,
    means: 'a time in months beside calendar dates, without the date of presentation',
  },
  'as-of-needs-presentation': {
    lost: false,
    means: 'asOf was given, but the times hang on a presentation without a date',
  },
  'as-of-invalid': { lost: true, means: 'asOf is not an ISO date' },
  'birth-date-invalid': { lost: true, means: 'a birth date that cannot be read' },
  'response-unknown': { lost: true, means: 'a response other than none, partial, good, worse or not stated' },
  'facts-contradict': { lost: false, means: 'two facts of the same day, method and site exclude each other' },
  'specimen-contradicts-key': { lost: true, means: 'a VEGF whose specimen is not that of its key' },
  'light-chain-gamma': { lost: true, means: 'gamma given as a light chain: light chains are kappa or lambda' },
  'too-many-problems': { lost: true, means: 'further problems of this file were counted, not listed' },
} as const satisfies Record<string, { readonly lost: boolean; readonly means: string }>

export type ProblemCode = keyof typeof PROBLEM_CODES

/** Makes a problem. Example: `problem("unit-missing", "a.json#/measurements/0/unit", "…", "…")`. */
export function problem(code: ProblemCode, at: string, what: string, hint: string): Problem {
  return { code, at, what, hint }
}

/** Did something in the input get lost? Decides the exit code. */
export function losesInput(item: Problem): boolean {
  return Object.hasOwn(PROBLEM_CODES, item.code) && PROBLEM_CODES[item.code as ProblemCode].lost
}
