import { describe, expect, it } from 'vitest'
import { terminalSvg } from './terminal-svg.ts'

describe('terminalSvg', () => {
  it('puts each span at its column with its inks, and ends them where the terminal would', () => {
    const svg = terminalSvg('a \u001b[1m\u001b[34mmet\u001b[39m\u001b[22m b\n\u001b[2mquiet\nstill\u001b[0m plain')
    expect(svg).toContain('<text x="20" y="34" textLength="8.4">a</text>')
    expect(svg).toContain('<text x="36.8" y="34" textLength="25.2" class="b u">met</text>')
    expect(svg).toContain('<text x="70.4" y="34" textLength="8.4">b</text>')
    expect(svg).toContain('y="53" textLength="42" class="q">quiet</text>')
    expect(svg).toContain('y="72" textLength="42" class="q">still</text>')
    expect(svg).toContain('textLength="42">plain</text>')
  })

  it('escapes what SVG would read as its own', () => {
    expect(terminalSvg('≥ 1 < 2 & 3')).toContain('≥ 1 &lt; 2 &amp; 3</text>')
  })

  it('knows both grounds', () => {
    expect(terminalSvg('x')).toContain('prefers-color-scheme: dark')
  })
})
