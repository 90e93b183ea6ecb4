/** A rectangle in pixels, from the upper left corner. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** A point that would like its number beside it; with an empty text it only wants not to be covered. */
export interface Anchor {
  readonly x: number
  readonly y: number
  readonly text: string
}

export interface Placed {
  /** Index of the anchor. */
  readonly index: number
  readonly side: 'above' | 'below'
  readonly box: Box
}

export interface Field {
  readonly width: number
  readonly height: number
  /** Room above the field into which a number may reach. */
  readonly head?: number
  /** Room under the zero line. */
  readonly foot?: number
}

/** Mean width of a tabular figure at the size of labels, and the height of a line; both rather too large than too small. */
const DIGIT = 7.6
export const LINE = 15
/** Half of a mark with its halo. */
const MARK = 8
const AIR = 3

/** The width a text takes at the size of chart labels, in pixels: an upper estimate. */
export function textWidth(text: string, scale = 1): number {
  return text.length * DIGIT * scale + 2
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height
}

/**
 * Finds room for the numbers beside their points: above, else below, else none. No number covers another, a mark, or what
 * is `taken` already (the name of the limit). The first, last, highest and lowest points are served first; what finds no
 * room is read in the table. Example: `placeLabels([{ x: 20, y: 40, text: '480' }], { width: 300, height: 90 })`.
 */
export function placeLabels(
  anchors: readonly Anchor[],
  field: Field,
  taken: readonly Box[] = [],
  scale = 1,
): readonly Placed[] {
  const marks = anchors.map(({ x, y }) => ({ left: x - MARK, top: y - MARK, width: 2 * MARK, height: 2 * MARK }))
  const placed: Placed[] = []
  for (const index of orderOf(anchors)) {
    const anchor = anchors[index]
    if (!anchor || anchor.text === '') continue
    const others = [
      ...taken,
      ...placed.map(({ box }) => box),
      ...marks.filter((_, mark) => mark !== index && !samePlace(anchors[mark], anchor)),
    ]
    for (const side of ['above', 'below'] as const) {
      const box = boxOf(anchor, side, field, scale)
      const inside = box.top >= -(field.head ?? 0) && box.top + box.height <= field.height + (field.foot ?? 0)
      if (!inside || others.some((other) => overlaps(box, other))) continue
      placed.push({ index, side, box })
      break
    }
  }
  return placed.sort((a, b) => a.index - b.index)
}

function samePlace(a: Anchor | undefined, b: Anchor): boolean {
  return a?.x === b.x && a.y === b.y
}

function boxOf({ x, y, text }: Anchor, side: 'above' | 'below', field: Field, scale: number): Box {
  const width = Math.min(textWidth(text, scale), field.width)
  const height = LINE * scale
  return {
    left: Math.min(Math.max(x - width / 2, 0), field.width - width),
    top: side === 'above' ? y - MARK - AIR - height : y + MARK + AIR,
    width,
    height,
  }
}

function orderOf(anchors: readonly Anchor[]): readonly number[] {
  const indexes = anchors.map((_, index) => index)
  const ys = anchors.map(({ y }) => y)
  const first = [0, anchors.length - 1, ys.indexOf(Math.min(...ys)), ys.indexOf(Math.max(...ys))]
  return [...new Set([...first.filter((index) => index >= 0), ...indexes])]
}
