import { addEntry, type Sheet, stateFinding } from '../../../../state/sheet.ts'
import type { Offer } from './offers.ts'

/**
 * The sheet with what an offer says entered; undefined for an offer that only leads to a row.
 * Example: `enterOffer(sheet, offer, '2026-11-27')`.
 */
export function enterOffer(sheet: Sheet, offer: Offer, day: string | undefined): Sheet | undefined {
  const { found, when = day } = offer
  const { key } = found
  switch (offer.does) {
    case 'state':
      if (offer.when === undefined && offer.status !== 'equivocal') return stateFinding(sheet, key, offer.status, day)
      return addEntry(sheet, 'findings', { key, status: offer.status, when })
    case 'choose':
      return chosen(sheet, key, offer.value, when)
    case 'word':
      return addEntry(sheet, 'measurements', { key, qualitative: offer.qualitative, when })
    case 'measure':
      if (key === 'age') return { ...sheet, head: { ...sheet.head, age: offer.amount.value } }
      return addEntry(sheet, 'measurements', { key, ...offer.amount, when })
    default:
      return undefined
  }
}

function chosen(sheet: Sheet, key: string, value: string, when: string | undefined): Sheet {
  if (key === 'sex') {
    return value === 'male' || value === 'female' ? { ...sheet, head: { ...sheet.head, sex: value } } : sheet
  }
  if (key === 'treated-as') return addEntry(sheet, 'courses', { for: value, start: when })
  return addEntry(sheet, 'findings', { key, value, when })
}
