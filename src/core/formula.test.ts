import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atLeast, bit, choose, type Formula, joined, NEVER, negation, Steps } from './formula.ts'

const YES = -1
const NO = -2

function answer(formula: Formula, masks: readonly number[]): boolean {
  const steps = new Steps()
  const start = steps.ask(formula, YES, NO)
  const end = steps.program(start)(Int32Array.from(masks))
  expect([YES, NO]).toContain(end)
  return end === YES
}

/** A mask of four words in which the named bits stand. */
function masksOf(bits: readonly number[]): number[] {
  const masks = [0, 0, 0, 0]
  for (const index of bits) masks[index >> 5] = (masks[index >> 5] ?? 0) | (1 << (index & 31))
  return masks
}

describe('a formula over bits', () => {
  it.each([
    ['a bit that stands', bit(33), [33], true],
    ['a bit that does not', bit(33), [1, 32, 34], false],
    ['the sign bit of a word', bit(31), [31], true],
    ['never', NEVER, [0], false],
    ['not never', negation(NEVER), [], true],
    ['at least none', atLeast(0, [bit(1)]), [], true],
    ['more than there are', atLeast(2, [bit(1)]), [1], false],
    ['any, over two words', atLeast(1, [bit(1), bit(40)]), [40], true],
    ['all, over two words', atLeast(2, [bit(1), bit(40)]), [40], false],
    ['all, both there', atLeast(2, [bit(1), bit(40)]), [1, 40], true],
    ['any of an all', joined('or', [bit(1), joined('and', [bit(2), bit(3)])]), [2], false],
    ['all of an any', joined('and', [bit(1), joined('or', [bit(2), bit(3)])]), [1, 3], true],
    ['two of three', atLeast(2, [bit(1), bit(2), bit(3)]), [1, 3], true],
    ['one of three is not two', atLeast(2, [bit(1), bit(2), bit(3)]), [3], false],
    ['the chosen way', choose(bit(1), bit(2), bit(3)), [1, 3], false],
    ['the other way', choose(bit(1), bit(2), bit(3)), [3], true],
  ])('%s', (_, formula, bits, expected) => {
    expect(answer(formula, masksOf(bits))).toBe(expected)
  })

  it('joins the bits of a group, so that a word is tested once', () => {
    const group = joined('or', [bit(1), joined('or', [bit(2), bit(3)])])
    expect(group).toEqual({ op: 'or', bits: new Map([[0, 0b1110]]), of: [] })
    const mixed = joined('and', [joined('or', [bit(1), bit(2)]), bit(3)])
    expect(mixed).toEqual({ op: 'and', bits: new Map([[0, 0b1000]]), of: [joined('or', [bit(1), bit(2)])] })
  })

  it('does not ask what cannot change the answer', () => {
    const steps = new Steps()
    expect(steps.ask(bit(1), YES, YES)).toBe(YES)
    expect(steps.ask(atLeast(2, [bit(1), bit(2), bit(3)]), NO, NO)).toBe(NO)
  })

  it('answers as the plain reading of the formula does', () => {
    const index = fc.nat(127)
    const { formula } = fc.letrec<{ formula: Plain }>((tie) => {
      const parts = fc.array(tie('formula'), { maxLength: 4 })
      return {
        formula: fc.oneof(
          { maxDepth: 4 },
          index.map((at): Plain => [bit(at), (bits) => bits.has(at)]),
          tie('formula').map(([of, read]): Plain => [negation(of), (bits) => !read(bits)]),
          fc.tuple(fc.nat(5), parts).map(
            ([n, of]): Plain => [
              atLeast(
                n,
                of.map(([part]) => part),
              ),
              (bits) => of.filter(([, read]) => read(bits)).length >= n,
            ],
          ),
          fc
            .tuple(tie('formula'), tie('formula'), tie('formula'))
            .map(
              ([when, then, other]): Plain => [
                choose(when[0], then[0], other[0]),
                (bits) => (when[1](bits) ? then[1](bits) : other[1](bits)),
              ],
            ),
        ),
      }
    })
    fc.assert(
      fc.property(formula, fc.array(index, { maxLength: 60 }), ([of, read], bits) => {
        expect(answer(of, masksOf(bits))).toBe(read(new Set(bits)))
      }),
      { numRuns: 2000 },
    )
  })
})

type Plain = readonly [Formula, (bits: ReadonlySet<number>) => boolean]
