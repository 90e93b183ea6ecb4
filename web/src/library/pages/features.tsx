import type { ReactNode } from 'react'
import { idsOf, titleOf } from '../place.ts'
import type { Setter } from '../set/setter.tsx'

interface Feature {
  readonly name: string
  /** What is said of POEMS, each sentence once. */
  readonly poems: readonly string[]
  readonly here: readonly { readonly id: string; readonly says: string; readonly mark: ReactNode }[]
}

/** The differential feature by feature: what POEMS does, and what each condition does instead. */
export function features(setter: Setter): ReactNode {
  const { library, say } = setter
  return (
    <table className="lib-table lib-features">
      <thead lang={setter.language}>
        <tr>
          <th scope="col">{say('features.condition')}</th>
          <th scope="col">{say('features.here')}</th>
        </tr>
      </thead>
      {featuresOf(setter).map(({ name, poems, here }) => (
        <tbody key={name}>
          <tr className="is-group">
            <th scope="rowgroup" colSpan={2}>
              <i>{name}</i>
            </th>
          </tr>
          {poems.map((says) => (
            <tr key={says} className="is-poems">
              <th scope="row">POEMS</th>
              <td>{says}</td>
            </tr>
          ))}
          {here.map(({ id, says, mark }) => (
            <tr key={`${id} ${says}`}>
              <th scope="row">{setter.to({ kind: 'conditions', id }, titleOf({ kind: 'conditions', id }, library))}</th>
              <td>
                {says}
                {mark}
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

function featuresOf(setter: Setter): readonly Feature[] {
  const { library } = setter
  const all = idsOf('conditions', library).flatMap((id) =>
    (library.care.differential[id]?.features ?? []).map((feature) => ({ id, ...feature })),
  )
  const names = [...new Set(all.map(({ feature }) => feature))]
  return names.map((name) => {
    const own = all.filter(({ feature }) => feature === name)
    return {
      name,
      poems: [...new Set(own.map(({ poems }) => poems))],
      here: own.map(({ id, here, sources }) => ({ id, says: here, mark: setter.mark({ sources }) })),
    }
  })
}
