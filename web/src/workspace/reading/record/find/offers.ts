import type { Engine } from '../../../../../../src/core/index.ts'
import { convert } from '../../../../../../src/core/units.ts'
import type { Comparator } from '../measurement-fields.tsx'
import { onlyUnit } from '../only-unit.ts'
import { amounts, type Typed } from './amount.ts'
import type { Findable } from './findable.ts'
import { search } from './search.ts'
import { type Line, readLine, readState, type Said } from './typed.ts'

/** A measurement as it would be entered. */
interface Amount {
  readonly value: number
  readonly comparator?: Comparator
  readonly unit?: string
  readonly referenceLow?: number
  readonly referenceHigh?: number
}

/** What a typed line would do; shown before it is done. */
export type Offer = { readonly found: Findable; readonly when?: string } & (
  | { readonly does: 'go' }
  | { readonly does: 'state'; readonly status: 'present' | 'absent' | 'equivocal' }
  | { readonly does: 'choose'; readonly value: string }
  | { readonly does: 'word'; readonly qualitative: 'high' | 'low' | 'normal' }
  /** `trouble`: the value will stay uncounted, and why. */
  | { readonly does: 'measure'; readonly amount: Amount & { readonly unit: string }; readonly trouble?: string }
  /** The unit is missing: the row asks for it. */
  | { readonly does: 'ask-unit'; readonly amount: Amount }
)

const MOST = 8
/** So well must a name match before a value is offered for it. */
const SURE = 0.5

/**
 * What a line may mean, best first. Nothing is added to what was typed: a number without a unit asks for it, a state is
 * only one that was written. Example: `offers(engine, all, 'no papilledema')[0]` states papilloedema as absent.
 */
export function offers(engine: Engine, all: readonly Findable[], text: string): readonly Offer[] {
  if (text.trim() === '') return []
  const line = readLine(text)
  const found = [...measured(engine, all, line), ...stated(all, line), ...named(all, line)]
  const whole = search(all, text, 1)[0]
  // The very name of something is that, whatever else it may be read as: "HHV-8", "25-OH vitamin D".
  const first = whole && whole.score >= 1.9 ? [goOf(whole.found, undefined)] : []
  const kept = new Map<string, Offer>()
  for (const offer of [...first, ...found]) {
    const id = `${offer.found.key} ${offer.found.value ?? ''} ${offer.does === 'go' || offer.does === 'choose' ? 'go' : offer.does}`
    if (!kept.has(id)) kept.set(id, offer)
  }
  return [...kept.values()].slice(0, MOST)
}

function named(all: readonly Findable[], { rest, when }: Line): readonly Offer[] {
  return search(all, rest).map(({ found }) => goOf(found, when))
}

function goOf(found: Findable, when: string | undefined): Offer {
  const day = when === undefined ? undefined : { when }
  if (found.value === undefined) return { found, does: 'go', ...day }
  return { found, does: 'choose', value: found.value, ...day }
}

function stated(all: readonly Findable[], { rest, when }: Line): readonly Offer[] {
  const state = readState(rest)
  if (!state) return []
  const day = when === undefined ? undefined : { when }
  return sure(all, state.name).flatMap((found): Offer[] => {
    const { said } = state
    if (found.kind === 'measurement') return isWord(said) ? [{ found, does: 'word', qualitative: said, ...day }] : []
    if (found.kind !== 'finding' || isWord(said)) return []
    return [{ found, does: 'state', status: said, ...day }]
  })
}

function isWord(said: Said): said is 'high' | 'low' | 'normal' {
  return said === 'high' || said === 'low' || said === 'normal'
}

function sure(all: readonly Findable[], name: string): readonly Findable[] {
  return search(all, name)
    .filter(({ score }) => score >= SURE)
    .map(({ found }) => found)
}

function measured(engine: Engine, all: readonly Findable[], line: Line): readonly Offer[] {
  return amounts(line.rest).flatMap((typed) =>
    sure(all, typed.name).flatMap((found) =>
      found.kind === 'measurement' ? measureOf(engine, found, typed, line) : [],
    ),
  )
}

function measureOf(engine: Engine, found: Findable, typed: Typed, line: Line): readonly Offer[] {
  const own = engine.knowledge.findings[found.key]?.unit ?? ''
  const unit = typed.unit ?? onlyUnit(found.key, own)
  const { referenceLow, referenceHigh, when } = line
  const amount: Amount = {
    value: typed.value,
    ...(typed.comparator && { comparator: typed.comparator }),
    ...(referenceLow !== undefined && { referenceLow }),
    ...(referenceHigh !== undefined && { referenceHigh }),
  }
  const day = when === undefined ? undefined : { when }
  if (unit === undefined) return [{ found, does: 'ask-unit', amount, ...day }]
  const conversion = convert(found.key, typed.value, unit, own)
  const trouble = conversion.ok ? undefined : { trouble: conversion.hint }
  return [{ found, does: 'measure', amount: { ...amount, unit }, ...trouble, ...day }]
}
