import { type ReactNode, useMemo } from 'react'
import { type Block, type Document, type Section, sectionsOf } from '../../../../src/documents/blocks.ts'
import { guide } from '../../../../src/documents/guide.ts'
import type { Person } from '../../../../src/documents/person.ts'
import type { Stage } from '../../../../src/documents/stage.ts'
import type { GuideFile } from '../../../../src/schema/index.ts'
import en from '../../../words/en/companion.json'
import { useTitle } from '../../frame/title.ts'
import { useWords } from '../../words/words.ts'
import { Hello } from '../hello.tsx'
import { useMine } from '../state/mine.ts'
import { idsOf } from '../state/words.ts'
import { Blocks, type DrawBlock, drawn } from './blocks.tsx'
import { Call } from './call.tsx'
import { CalendarFile } from './check-ups.tsx'
import { Checklist } from './checklist.tsx'
import { Help } from './help.tsx'
import { meaningsOf } from './meanings.ts'
import { Questions } from './questions.tsx'
import { SubLevel } from './sub.tsx'
import { MeaningsContext } from './told.tsx'

export interface RoomProps {
  readonly file: GuideFile
  readonly stage: Stage
  readonly person: Person | undefined
}

/** Sections to look things up in: each has a page of its own, and stands in the guide on paper. */
const APART: ReadonlySet<string | undefined> = new Set(['letters', 'centres', 'words', 'sources'])

/** The guide of a stage as a page that answers: what may be ticked, chosen, written down and carried away. */
export function Guide({ file, stage, person }: RoomProps) {
  const say = useWords('companion', en)
  const { document, sections, notice } = useGuide(file, stage, person)
  const address = (part: string) => `#/companion/${stage}/${part}`
  const apart = sections.filter(({ heading }) => APART.has(heading?.id))
  const links = (of: readonly Section[]) =>
    of.map(({ heading }) =>
      heading?.id ? (
        <a key={heading.id} href={address(heading.id)} lang={file.language}>
          {heading.text}
        </a>
      ) : null,
    )
  return (
    <>
      <Hello stage={stage} title={document.title} lead={document.lead?.text} note={notice} language={file.language}>
        <nav className="co-contents no-print" aria-label={document.labels.contents}>
          {links(sections.filter((section) => !apart.includes(section)))}
        </nav>
      </Hello>
      <div className="co-in">
        <Whose person={person} notes={address('notes')} />
        {sections.map((section) => (
          <Part
            key={section.heading?.id}
            id={section.heading?.id ?? 'start'}
            title={section.heading?.text}
            onPaper={apart.includes(section)}
            language={file.language}
          >
            <Content document={document} section={section} file={file} person={person} address={address} />
          </Part>
        ))}
        <section className="co-section no-print" aria-labelledby="companion-more">
          <h2 id="companion-more">{say('more')}</h2>
          <nav className="co-more" aria-labelledby="companion-more">
            {links(apart)}
            <a href={address('help')}>{say('help.title')}</a>
            <a href={address('visit')}>{say('visit')}</a>
            <a href={address('notes')}>{say('notes')}</a>
          </nav>
          <p className="co-actions">
            <button type="button" className="co-button" onClick={() => print()}>
              {say('print')}
            </button>
          </p>
        </section>
      </div>
    </>
  )
}

/** A section on a page of its own; undefined where the guide of the stage has no such page. */
export function GuidePage({ file, stage, person, part }: RoomProps & { readonly part: string }) {
  const say = useWords('companion', en)
  const { document, sections } = useGuide(file, stage, person)
  const section = sections.find(({ heading }) => heading?.id === part)
  const address = (other: string) => `#/companion/${stage}/${other}`
  const title = part === 'help' ? say('help.title') : (section?.heading?.text ?? '')
  useTitle(title)
  return (
    <div className="co-in co-only">
      <h1 id="companion-title" tabIndex={-1} lang={part === 'help' ? undefined : file.language}>
        {title}
      </h1>
      <div className="co-page" lang={part === 'help' ? undefined : file.language}>
        {part === 'help' ? <Help /> : null}
        {section ? (
          <SubLevel value={2}>
            <Content document={document} section={section} file={file} person={person} address={address} />
          </SubLevel>
        ) : null}
      </div>
      <p className="co-actions no-print">
        <a className="co-button" href={`#/companion/${stage}`}>
          {say('back')}
        </a>
      </p>
    </div>
  )
}

/** Is there a page of its own at this address? */
export function isPage(part: string): boolean {
  return part === 'help' || part === 'call' || APART.has(part)
}

function useGuide(file: GuideFile, stage: Stage, person: Person | undefined) {
  return useMemo(() => {
    const document = guide(file, stage, person)
    const [first, ...rest] = document.blocks
    const sections = sectionsOf(rest)
    // When to call is one tap away on every page; on this one it stands after what the reader came for.
    const late = (section: Section) =>
      section.heading?.id === 'call' ? 1 : ['words', 'sources'].includes(section.heading?.id ?? '') ? 2 : 0
    const ordered = [...sections].sort((a, b) => late(a) - late(b))
    return { document, sections: ordered, notice: first?.kind === 'paragraph' ? first.text : undefined }
  }, [file, stage, person])
}

/** A section of the page; its address leads here. */
export function Part({ id, title, onPaper = false, language, children }: PartProps) {
  return (
    <section
      className={`co-section ${onPaper ? 'print-only' : ''}`}
      id={`companion-${id}`}
      lang={language}
      aria-labelledby={title ? `companion-${id}-title` : undefined}
    >
      {title ? (
        <h2 id={`companion-${id}-title`} tabIndex={-1}>
          {title}
        </h2>
      ) : null}
      {children}
    </section>
  )
}

interface PartProps {
  readonly id: string
  readonly title: string | undefined
  /** Only on paper: on the screen it has a page of its own. */
  readonly onPaper?: boolean
  /** Of its words, where that is not the language of the page. */
  readonly language?: string
  readonly children: ReactNode
}

interface ContentProps extends Omit<RoomProps, 'stage'> {
  readonly document: Document
  readonly section: Section
  readonly address: (part: string) => string
}

function Content({ document, section, file, person, address }: ContentProps) {
  const say = useWords('companion', en)
  const meanings = useMemo(() => meaningsOf(document, section), [document, section])
  const ids = idsOf(file)
  const own: DrawBlock = (block) =>
    block.kind === 'checklist' ? <Checklist key={block.items[0]?.text} items={block.items} ids={ids} /> : drawn(block)
  const blocks = section.blocks
  switch (section.heading?.id) {
    case 'call':
      return <Call file={file} document={document} section={section} />
    case 'ask':
      return (
        <MeaningsContext value={meanings}>
          <Questions blocks={blocks} ids={ids} visit={address('visit')} />
        </MeaningsContext>
      )
    case 'recovery': {
      const road = (block: Block) => block.kind === 'timeline'
      return (
        <MeaningsContext value={meanings}>
          <div className="co-two">
            <div className="co-prose">
              <Blocks blocks={blocks.filter((block) => !road(block))} />
            </div>
            <div>
              <Blocks blocks={blocks.filter(road)} />
            </div>
          </div>
        </MeaningsContext>
      )
    }
    default:
      return (
        <MeaningsContext value={meanings}>
          <Blocks blocks={blocks} own={own} />
          {section.heading?.id === 'check-ups' ? (
            <CalendarFile file={file} person={person} notes={address('notes')} />
          ) : null}
          {section.heading?.id === 'values' ? (
            <p className="co-actions no-print">
              <a className="co-button" href={address('notes')}>
                {say('own.add')}
              </a>
            </p>
          ) : null}
        </MeaningsContext>
      )
  }
}

function Whose({ person, notes }: { readonly person: Person | undefined; readonly notes: string }) {
  const say = useWords('companion', en)
  const from = useMine(({ kept }) => kept.from)
  return (
    <p className="co-whose no-print">
      {say(person ? (from === 'workspace' ? 'own.workspace' : 'own.mine') : 'own.none')}{' '}
      <a href={notes}>{say(person ? 'own.change' : 'own.add')}</a>
    </p>
  )
}
