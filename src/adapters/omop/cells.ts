/** A number as the cell writes it; other words are given back, for the reader of the record to refuse with their place. */
export function numberOf(cell: string | undefined): number | string | undefined {
  if (cell === undefined) return undefined
  const text = cell.trim()
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : cell
}

/** A date; of a time of day only the day is kept. Other words are given back, to be refused with their place. */
export function dayOf(cell: string | undefined): string | undefined {
  return cell?.trim().replace(/^(\d{4}-\d{2}-\d{2})[ T]\d{2}:.*$/, '$1')
}

/**
 * What an operator's concept says of a value: the four signs, nothing for 0 and for "equals", and for any other concept
 * its id, which is then refused: without its sign a number would say something else.
 */
export function signOf(cell: string | undefined): string | undefined {
  if (cell === undefined || Number(cell) === 0) return undefined
  return Object.hasOwn(SIGNS, cell) ? SIGNS[cell] : `operator concept ${cell}`
}

// The domain "Meas Value Operator" of the OHDSI vocabularies; the ids as OHDSI/circe-be and the OMOP views of i2b2 use them.
const SIGNS: Readonly<Record<string, string | undefined>> = {
  '4171756': '<',
  '4171754': '<=',
  '4172704': '>',
  '4171755': '>=',
  '4172703': undefined,
}
