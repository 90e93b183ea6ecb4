import en from '../../../words/en/risk.json'
import { useCase } from '../../state/context.ts'
import { useWords } from '../../words/words.ts'
import { bandStretches, type RiskList } from './lists.ts'

/**
 * A count on its scale: one place for each factor, filled for what is present, dotted for what is not stated. The bar
 * ends where the truth must lie. Bands stand under it with their words.
 */
export function Interval({ list }: { readonly list: RiskList }) {
  const say = useWords('risk', en)
  const bands = useCase(({ engine }) => engine.knowledge.care.risk[list.id]?.bands)
  const { low, high, of, at, band } = list
  const count = low === high ? say('count', { low, of }) : say('interval', { low, high, of })
  const words = band
    ? band.low === band.high
      ? say('band.one', { band: band.low })
      : say('band.between', { low: band.low, high: band.high })
    : 'none'
  return (
    <div className="risk-interval">
      <p className="risk-count">
        <b>{say(`at.${at}`)}</b>
        <span className="quiet small">{say(`at.${at}.why`)}</span>
        <span className="risk-number">
          {count}
          {band ? <i>, {words}</i> : null}
        </span>
      </p>
      <div className="risk-scale" role="img" aria-label={say('alt', { at: say(`at.${at}`), count, band: words })}>
        <span className="risk-axis" />
        {high > low ? (
          <span className="risk-open" style={{ insetInlineStart: part(low, of), width: part(high - low, of) }} />
        ) : null}
        {low > 0 ? <span className="risk-held" style={{ width: part(low, of) }} /> : null}
        {Array.from({ length: of + 1 }, (_, tick) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a tick is its number
            key={tick}
            className="risk-tick"
            style={{ insetInlineStart: part(tick, of) }}
          >
            {tick}
          </span>
        ))}
        {low === high ? <span className="risk-point" style={{ insetInlineStart: part(low, of) }} /> : null}
      </div>
      {bands ? (
        <div className="risk-bands" aria-hidden="true">
          {bandStretches(bands, of).map(({ band: name, from, to }) => (
            <span
              key={name}
              style={{
                insetInlineStart: part(Math.max(from - 0.5, 0), of),
                width: part(Math.min(to + 0.5, of) - Math.max(from - 0.5, 0), of),
              }}
              data-in={from <= high && to >= low ? '' : undefined}
            >
              {name}
            </span>
          ))}
        </div>
      ) : null}
      {band?.says ? (
        <p className="small" lang="en">
          {band.says}
        </p>
      ) : null}
    </div>
  )
}

const part = (count: number, of: number) => `${(count / of) * 100}%`
