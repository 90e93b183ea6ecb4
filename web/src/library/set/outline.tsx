import type { ReactNode } from 'react'
import { sign } from '../../../../src/core/index.ts'
import type { Block, Outline } from '../../../../src/load/outline/index.ts'
import { folded, lines, table } from './parts.tsx'
import { ruleLines } from './rule-lines.tsx'
import type { Setter } from './setter.tsx'

/** The parts of an entry of the clinical path, each under its heading. */
export function outlineParts(setter: Setter, { blocks }: Outline): ReactNode {
  return blocks.map((block) => (
    <section className="lib-part" key={block.heading}>
      <h2>{block.heading}</h2>
      {blockBody(setter, block)}
    </section>
  ))
}

function blockBody(setter: Setter, { heading, lines: said, ids, when, table: rows }: Block): ReactNode {
  return (
    <>
      {when ? ruleLines(setter, when) : null}
      {ids ? lines(ids.map((id) => setter.name(id))) : null}
      {said
        ? lines(
            said.map((line) => (
              <>
                {setter.noted(line.text, line)}
                {line.when ? folded(setter, setter.say('when'), ruleLines(setter, line.when, { quiet: true })) : null}
              </>
            )),
          )
        : null}
      {rows
        ? table({
            label: heading,
            head: rows.head,
            rows: rows.rows.map((row) =>
              row.cells.map((cell, at) =>
                at === row.cells.length - 1 ? setter.noted(sign(cell), row) : setter.said(sign(cell)),
              ),
            ),
          })
        : null}
    </>
  )
}
