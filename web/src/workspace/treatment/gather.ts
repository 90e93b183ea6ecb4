import type { TreatmentView } from '../../../../src/schema/index.ts'

type Caution = TreatmentView['cautions'][number]['cautions'][number]

/** A caution, once, with every option and drug on which it stands. */
export interface Gathered {
  readonly caution: Caution
  readonly names: readonly string[]
}

const LEVELS = ['avoid', 'strong-caution', 'caution', 'info']
const place = ({ level }: Caution) => {
  const at = LEVELS.indexOf(level)
  return at < 0 ? LEVELS.length : at
}

/**
 * Every caution of an assessment once, the gravest first, and within a level those that apply before those to be checked.
 * None is left out. Example: `gatherCautions(treatment)[0]?.caution.level` is "avoid".
 */
export function gatherCautions({
  options,
  cautions,
}: Pick<TreatmentView, 'options' | 'cautions'>): readonly Gathered[] {
  const found = new Map<string, Gathered>()
  const add = (caution: Caution, name: string) => {
    const known = found.get(caution.id)
    found.set(caution.id, { caution: known?.caution ?? caution, names: [...new Set([...(known?.names ?? []), name])] })
  }
  for (const { title, cautions: own } of cautions) for (const caution of own) add(caution, title)
  for (const { title, cautions: own } of options) for (const caution of own) add(caution, title)
  return [...found.values()].sort(
    (a, b) =>
      place(a.caution) - place(b.caution) || Number(a.caution.state === 'check') - Number(b.caution.state === 'check'),
  )
}
