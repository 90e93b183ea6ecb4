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
const LINE = 15
/** Half of a mark with its halo. */
const MARK = 8
const AIR = 3
/** Points closer than this on the whole are a line to look at: only the ends and extremes are numbered. */
const CROWDED = 14

/** Where along its line the name of a limit may end, as parts of the width, the best first. */
const LIMIT_ENDS = [1, 0.85, 0.7, 0.55, 0.4, 0.25]

/**
 * A place for the name of a limit on its line, `y` pixels from the top: above it, else under it, from the right end on,
 * clear of marks, of the lines between them and of `avoid` (a cursor, in pixels from the left). Where there is none, the
 * right end: the name of a limit is never left out.
 */
export function placeLimit(
  text: string,
  y: number,
  anchors: readonly Anchor[],
  field: Field,
  avoid: readonly number[] = [],
): Box {
  const width = Math.min(textWidth(text), field.width)
  const height = LINE
  const boxes = [y - height - 2, y + 2].flatMap((top) =>
    LIMIT_ENDS.map((end) => ({ left: Math.max(0, field.width * end - width), top, width, height })),
  )
  const busy = [...anchors.map(markOf), ...alongLines(anchors), ...avoid.map((x) => lineAt(x, field))]
  const numbers = anchors.filter((anchor) => anchor.text !== '').map((anchor) => boxOf(anchor, 'above', field))
  const free = (box: Box, taken: readonly Box[]) =>
    box.top + box.height <= field.height + (field.foot ?? 0) && !taken.some((other) => overlaps(box, other))
  // Rather where no number wants to stand: it would have to give way.
  return (
    boxes.find((box) => free(box, [...busy, ...numbers])) ??
    boxes.find((box) => free(box, busy)) ??
    boxes[0] ?? { left: 0, top: 0, width, height }
  )
}

function markOf({ x, y }: Anchor): Box {
  return { left: x - MARK, top: y - MARK, width: 2 * MARK, height: 2 * MARK }
}

function lineAt(x: number, field: Field): Box {
  return { left: x - 3, top: -(field.head ?? 0), width: 6, height: field.height + 2 * (field.head ?? 0) }
}

/** Small boxes along the lines from point to point. */
function alongLines(anchors: readonly Anchor[]): readonly Box[] {
  return anchors.slice(1).flatMap((to, index) => {
    const from = anchors[index] ?? to
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 4))
    return Array.from({ length: steps }, (_, step) => ({
      left: from.x + ((to.x - from.x) * step) / steps - 1,
      top: from.y + ((to.y - from.y) * step) / steps - 1,
      width: 2,
      height: 2,
    }))
  })
}

/** The width a text takes at the size of chart labels, in pixels: an upper estimate. */
export function textWidth(text: string): number {
  return text.length * DIGIT + 2
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height
}

/**
 * Finds room for the numbers beside their points: above, else below, else none. No number covers another, a mark, or what
 * is `taken` already (the name of the limit). The first, last, highest and lowest points are served first; what finds no
 * room is read in the table; where points are crowded only those four have numbers. Example: `placeLabels([{ x: 20, y: 40, text: '480' }], { width: 300, height: 90 })`.
 */
export function placeLabels(anchors: readonly Anchor[], field: Field, taken: readonly Box[] = []): readonly Placed[] {
  const marks = anchors.map(markOf)
  const placed: Placed[] = []
  for (const index of orderOf(anchors, anchors.length * CROWDED > field.width)) {
    const anchor = anchors[index]
    if (!anchor || anchor.text === '') continue
    const others = [
      ...taken,
      ...placed.map(({ box }) => box),
      ...marks.filter((_, mark) => mark !== index && !samePlace(anchors[mark], anchor)),
    ]
    for (const side of ['above', 'below'] as const) {
      const box = boxOf(anchor, side, field)
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

function boxOf({ x, y, text }: Anchor, side: 'above' | 'below', field: Field): Box {
  const width = Math.min(textWidth(text), field.width)
  const height = LINE
  return {
    left: Math.min(Math.max(x - width / 2, 0), field.width - width),
    top: side === 'above' ? y - MARK - AIR - height : y + MARK + AIR,
    width,
    height,
  }
}

function orderOf(anchors: readonly Anchor[], crowded: boolean): ReadonlySet<number> {
  const indexes = anchors.map((_, index) => index)
  const ys = anchors.map(({ y }) => y)
  const first = [0, anchors.length - 1, ys.indexOf(Math.min(...ys)), ys.indexOf(Math.max(...ys))]
  const ends = first.filter((index) => index >= 0)
  return new Set(crowded ? ends : [...ends, ...indexes])
}
