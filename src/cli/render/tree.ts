import type { Assessment, CriteriaResult, FactView, TreeView } from '../../schema/assessment.ts'
import { type Page, type Part, PROPOSAL } from './page.ts'
import { groupSign, leafSign, type Sign, verdictSign } from './signs.ts'
import { capital, columns, hang, wrap } from './text.ts'
import { countedGroup, informative, isLeaf, isSilent, silentNames } from './tree-pick.ts'
import { countWords, factWords, placeWords, reasonWords } from './tree-words.ts'

const FACTS_SHOWN = 3

/** The reasons of the default set; with `--all` the whole tree of every set. */
export function reasonsParts(assessment: Assessment, input: string, page: Page): readonly Part[] {
  const shown = assessment.criteria.filter((set) => page.all || set.id === assessment.conclusion.criteria)
  const drawing = new TreeDrawing(input, page)
  return shown.map((set) => ({ heading: `Reasons: ${set.title}`, lines: drawing.set(set) }))
}

/** Draws one tree; citations are numbered as they are met, and repeated only where they differ from the node above. */
class TreeDrawing {
  readonly #input: string
  readonly #page: Page
  readonly #shown = new Set<string>()

  constructor(input: string, page: Page) {
    this.#input = input
    this.#page = page
  }

  set(set: CriteriaResult): readonly string[] {
    const { glyph, word, ink } = verdictSign(set.value, set.grade)
    const said = set.grade === undefined ? word : `${word}, on ${set.grade} evidence`
    return this.#node(set.tree, '  ', '  ', [], { glyph, word: said, ink })
  }

  /** `root` is the sign of the whole set, whose name the heading gives. */
  #node(view: TreeView, first: string, rest: string, above: readonly unknown[], root?: Sign): readonly string[] {
    const repeat = this.#isRepeat(view) ? ' (as above)' : ''
    const children = this.#children(view)
    const deeper = children.length > 0 ? `${rest}│ ` : `${rest}  `
    const head = isLeaf(view)
      ? this.#leaf(view, first, rest, above)
      : this.#group(view, first, deeper, above, repeat, root)
    const lines = children.flatMap((child, index) => {
      const last = index === children.length - 1
      const branch = `${rest}${last ? '└─' : '├─'}`
      const below = `${rest}${last ? '  ' : '│ '}`
      return 'names' in child
        ? this.#silent(child.names, branch, below)
        : this.#node(child, branch, below, view.sources)
    })
    return [...head, ...lines]
  }

  /** Silent members are told in one line, after those that speak. */
  #children(view: TreeView): readonly (TreeView | { readonly names: readonly string[] })[] {
    if (this.#page.all) return this.#whole(view)
    const members = distinct(informative(view).map((child) => this.#unfold(child)))
    const names = new Set(members.filter(isSilent).flatMap(silentNames))
    const speaking = members.filter((member) => !isSilent(member))
    return names.size === 0 ? speaking : [...speaking, { names: [...names] }]
  }

  /** Every member; a derived finding that another set has shown already is not told twice. */
  #whole(view: TreeView): readonly TreeView[] {
    if (view.kind === 'not') return view.of.filter((child) => !(isLeaf(child) && isSilent(child)))
    if (view.kind !== 'rule') return view.of
    if (this.#isRepeat(view)) return []
    if (view.id !== undefined) this.#shown.add(view.id)
    const [only] = view.of
    return only && view.of.length === 1 && only.branch === undefined && !isLeaf(only) ? only.of : view.of
  }

  #isRepeat(view: TreeView): boolean {
    return this.#page.all && view.id !== undefined && this.#shown.has(view.id)
  }

  /** A bare group with one member to show adds nothing but depth. */
  #unfold(view: TreeView): TreeView {
    if (view.kind !== 'any' && view.kind !== 'all') return view
    const members = distinct(informative(view))
    const [only] = members
    return only && members.length === 1 && !isSilent(view) ? this.#unfold(only) : view
  }

  #group(
    view: TreeView,
    first: string,
    rest: string,
    above: readonly unknown[],
    repeat: string,
    root?: Sign,
  ): readonly string[] {
    const sign = root ?? groupSign(view.value)
    const counted = view.kind === 'rule' ? countedGroup(view) : view
    const asks = counted && counted !== view ? `; asks for ${counted.label.toLowerCase()}` : ''
    const count = counted ? countWords(counted) : ''
    const name = root ? '' : `${capital(`${branchWords(view)}${view.label}`)}: `
    const text = `${name}${sign.word}${asks}${count ? `, ${count}` : ''}${repeat}`
    return this.#line(sign, text, first, rest, this.#marks(view, above))
  }

  #leaf(view: TreeView, first: string, rest: string, above: readonly unknown[]): readonly string[] {
    const sign = leafSign(view.value, view.facts.length > 0)
    const label = capital(`${branchWords(view)}${view.label}`)
    const why = view.reason ? ` (${reasonWords(view.reason)})` : ''
    const marks = this.#marks(view, above)
    const [fact, ...others] = this.#page.all ? view.facts : view.facts.slice(0, FACTS_SHOWN)
    if (!fact) return this.#line(sign, `${label}: ${sign.word}${why}`, first, rest, marks)
    const resolved = view.resolved ? '; absent at the latest look' : ''
    const says = view.value === 'unknown' ? `${sign.word}: ${factWords(fact)}` : factWords(fact)
    const lines = this.#line(sign, `${label}: ${says}${why}${resolved}${flagWord(fact)}`, first, rest, marks, fact)
    const more = others.flatMap((item) =>
      this.#line(undefined, `also ${factWords(item)}${flagWord(item)}`, `${rest}  `, `${rest}  `, '', item),
    )
    const hidden = view.facts.length - 1 - others.length
    return [...lines, ...more, ...(hidden > 0 ? [`${rest}  and ${hidden} more`] : [])]
  }

  #silent(names: readonly string[], first: string, rest: string): readonly string[] {
    return this.#line(leafSign('unknown', false), `not stated: ${names.map(capital).join('; ')}`, first, rest, '')
  }

  #marks(view: TreeView, above: readonly unknown[]): string {
    const proposal = view.proposal ? ` ${PROPOSAL}` : ''
    const changed = view.sources !== above && JSON.stringify(view.sources) !== JSON.stringify(above)
    return `${proposal}${changed ? this.#page.numbering.cite(view.sources) : ''}`
  }

  /** Sign and text, with the place of the fact at the right edge, on a line of its own where it does not fit. */
  #line(
    sign: Sign | undefined,
    text: string,
    first: string,
    rest: string,
    marks: string,
    fact?: FactView,
  ): readonly string[] {
    const { width, ink } = this.#page
    const head = sign ? `${first}${ink[sign.ink](sign.glyph)} ` : first
    const body = hang(head, `${text}${marks}`, width)
    const hung = body.map((line, index) => (index === 0 ? line : `${rest}  ${line.trimStart()}`))
    if (!fact) return hung
    const place = placeWords(fact.at, this.#input)
    const last = hung.at(-1) as string
    const room = width - columns(last) - columns(place)
    if (room >= 2) return [...hung.slice(0, -1), `${last}${' '.repeat(room)}${ink.quiet(place)}`]
    // No room beside the text: a line of its own, at the right edge as the others are.
    const below = wrap(place, width - columns(rest) - 2)
    const margin = (line: string) => ' '.repeat(Math.max(2, width - columns(rest) - columns(line)))
    return [...hung, ...below.map((line) => `${rest}${margin(line)}${ink.quiet(line)}`)]
  }
}

function branchWords(view: TreeView): string {
  switch (view.branch) {
    case 'absent-when':
      return 'absent when: '
    case 'ask-when':
      return 'asked because: '
    case 'present-when':
      return view.kind === 'rule' || isLeaf(view) ? '' : 'present when: '
    default:
      return ''
  }
}

function flagWord(fact: FactView): string {
  return fact.flag ? ' (flagged)' : ''
}

/** Two leaves that read the same facts to the same end are one reason. */
function distinct(views: readonly TreeView[]): readonly TreeView[] {
  const seen = new Set<string>()
  return views.filter((view) => {
    const mark = JSON.stringify([
      view.kind,
      view.label,
      view.value,
      view.id,
      view.facts.map((fact) => fact.at),
      view.of.length,
    ])
    return !seen.has(mark) && seen.add(mark)
  })
}
