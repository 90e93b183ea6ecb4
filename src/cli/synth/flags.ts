import type { DirtRates, Making } from '../../synth/index.ts'
import { UsageError } from '../io.ts'

/** What `scansion synth` can write. */
export const SYNTH_FORMATS = ['record', 'fhir', 'omop'] as const

type SynthFormat = (typeof SYNTH_FORMATS)[number]

const LAYOUTS = ['bundles', 'resources'] as const

export interface SynthFlags {
  readonly format?: string
  readonly persons?: string
  readonly seed?: string
  readonly mix?: string
  readonly dirt?: string
  readonly layout?: string
  readonly parquet?: boolean
  readonly out?: string
  readonly truth?: string
}

/** What is to be made, checked. */
export interface Order {
  readonly format: SynthFormat
  readonly persons: number
  readonly making: Making
  readonly layout: (typeof LAYOUTS)[number]
  readonly parquet: boolean
  readonly out: string | undefined
  readonly truth: string | undefined
}

type Synth = typeof import('../../synth/index.ts')

/** The flags as an order; a flag that cannot be is wrong usage. */
export function orderOf(flags: SynthFlags, synth: Synth): Order {
  const format = choice('--format', flags.format, SYNTH_FORMATS)
  const layout = choice('--layout', flags.layout ?? 'bundles', LAYOUTS)
  const parquet = flags.parquet === true
  if (layout !== 'bundles' && format !== 'fhir') throw new UsageError('--layout is only for --format fhir')
  if (parquet && format !== 'omop') throw new UsageError('--parquet is only for --format omop')
  if (format === 'omop' && flags.out === undefined)
    throw new UsageError('--format omop writes several tables: name a folder with --out')
  const making = {
    seed: whole('--seed', flags.seed ?? '1', 0, 0xffff_ffff),
    mix: choice('--mix', flags.mix ?? 'study', synth.MIXES),
    dirt: dirtOf(flags.dirt ?? 'usual', synth),
  }
  const persons = whole('--persons', flags.persons ?? '100', 1, 100_000_000)
  return { format, persons, making, layout, parquet, out: flags.out, truth: flags.truth ?? beside(flags.out) }
}

function beside(out: string | undefined): string | undefined {
  return out === undefined ? undefined : `${out.replace(/[/\\]+$/, '').replace(/\.(nd)?json$/i, '')}.truth.ndjson`
}

function choice<T extends string>(flag: string, given: string | undefined, of: readonly T[]): T {
  const known = of.find((name) => name === given)
  if (known !== undefined) return known
  throw new UsageError(`${flag} "${given ?? ''}" is none of ${of.join(', ')}`)
}

function whole(flag: string, given: string, least: number, most: number): number {
  const number = /^\d{1,15}$/.test(given) ? Number(given) : Number.NaN
  if (number >= least && number <= most) return number
  throw new UsageError(`${flag} "${given}" is not a whole number from ${least} to ${most}`)
}

function dirtOf(given: string, { DIRT_KINDS, HEAVY_DIRT, NO_DIRT, USUAL_DIRT }: Synth): DirtRates {
  if (given === 'usual') return USUAL_DIRT
  if (given === 'none') return NO_DIRT
  if (given === 'heavy') return HEAVY_DIRT
  const changed = given.split(',').map((part) => {
    const [name = '', share = ''] = part.split('=')
    const kind = choice('--dirt', name.trim(), DIRT_KINDS)
    const rate = /^(0|1|0?\.\d+|1\.0+)$/.test(share.trim()) ? Number(share) : Number.NaN
    if (Number.isNaN(rate)) throw new UsageError(`--dirt ${kind}="${share}" is not a share from 0 to 1`)
    return [kind, rate] as const
  })
  return { ...USUAL_DIRT, ...Object.fromEntries(changed) }
}
