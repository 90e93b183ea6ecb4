import type { Engine, Fact } from '../../../../../src/core/index.ts'
import en from '../../../../words/en/record.json'
import { useCase } from '../../../state/context.ts'
import { useWords } from '../../../words/words.ts'
import { nodesOf } from './groups.ts'
import { sayAmount } from './names.ts'

/** A value against its limits: a bar up to the laboratory's limit, a tick at each cut-off of the rules, a dot at the value. */
export function Strip({ fact }: { readonly fact: Fact }) {
  const say = useWords('record', en)
  const engine = useCase((state) => state.engine)
  const { value, limitLow, limitHigh } = fact
  if (value === undefined || (limitHigh === undefined && limitLow === undefined)) return null
  const cuts = cutsOf(engine, fact.key).filter((cut) => cut !== limitHigh && cut !== limitLow)
  const most = Math.max(value, limitHigh ?? 0, limitLow ?? 0) * 1.25
  const near = cuts.filter((cut) => cut < most)
  const at = (number: number) => `${((number / most) * 100).toFixed(2)}%`
  const unit = engine.knowledge.findings[fact.key]?.unit
  const dot = fact.key.endsWith('-serum') ? 'strip-serum' : 'strip-dot'
  const limits = [limitLow, limitHigh].filter((limit) => limit !== undefined && limit > 0)
  return (
    <span
      className="strip"
      role="img"
      aria-label={say('strip', {
        value: sayAmount(fact.comparator, value, unit),
        limit: limits.map((limit) => sayAmount(undefined, limit ?? 0, unit)).join('–'),
      })}
    >
      <svg aria-hidden="true" focusable="false">
        <line x1="0" y1="8" x2="100%" y2="8" className="strip-axis" />
        <line x1={at(limitLow ?? 0)} y1="8" x2={at(limitHigh ?? most)} y2="8" className="strip-limit" />
        {[...limits, ...near].map((cut) => (
          <line key={cut} x1={at(cut ?? 0)} x2={at(cut ?? 0)} y1="2.5" y2="13.5" className="strip-tick" />
        ))}
        <circle cx={at(value)} cy="8" r="5" className={fact.comparator === undefined ? dot : `${dot} is-bound`} />
      </svg>
      {limitHigh !== undefined ? <Mark at={at(limitHigh)} text={say('strip.limit', { limit: limitHigh })} /> : null}
      {limitHigh === undefined && limitLow !== undefined ? (
        <Mark at={at(limitLow)} text={say('strip.limit', { limit: limitLow })} />
      ) : null}
      {near
        .filter((cut) => Math.abs(cut - (limitHigh ?? limitLow ?? 0)) / most > 0.16)
        .map((cut) => (
          <Mark key={cut} at={at(cut)} text={String(cut)} />
        ))}
    </span>
  )
}

function Mark({ at, text }: { readonly at: string; readonly text: string }) {
  return (
    <span className="strip-mark" style={{ insetInlineStart: at }} aria-hidden="true">
      {text}
    </span>
  )
}

/** The numbers that rules compare a key with, where the laboratory prints no limit. */
function cutsOf(engine: Engine, key: string): readonly number[] {
  const id = `cuts ${key}`
  const known = engine.cache.get(id)
  if (Array.isArray(known)) return known.filter((cut) => typeof cut === 'number')
  const cuts = new Set<number>()
  for (const rule of Object.values(engine.knowledge.rules)) {
    for (const node of [...nodesOf(rule.presentWhen), ...nodesOf(rule.when)]) {
      if (node.kind === 'is' && node.key === key && node.orWithoutLimit) cuts.add(node.orWithoutLimit.value)
    }
  }
  engine.cache.set(id, [...cuts])
  return [...cuts]
}
