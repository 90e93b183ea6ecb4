import { lazy, use, useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { sectionsOf } from '../../../src/documents/blocks.ts'
import { guide } from '../../../src/documents/guide.ts'
import { isStage, STAGES } from '../../../src/documents/stage.ts'
import { Words } from '../../../src/documents/words.ts'
import type { GuideFile } from '../../../src/schema/index.ts'
import en from '../../words/en/companion.json'
import { HeadEnd } from '../frame/head-end.tsx'
import { useTitle } from '../frame/title.ts'
import { loadGuide } from '../knowledge/knowledge.ts'
import { useWords } from '../words/words.ts'
import { CallBar } from './call-bar.tsx'
import { Call } from './guide/call.tsx'
import { Guide, GuidePage, isPage, Part } from './guide/guide.tsx'
import { ReadingMenu } from './reading-menu.tsx'
import { openMine } from './state/mine.ts'
import { usePerson } from './state/person.ts'
import './companion.css'

const Notes = lazy(() => import('./notes/index.tsx'))
const Visit = lazy(() => import('./visit/index.tsx'))

/** The room of the person: the guide of their stage, their own notes, the sheet for a visit, and when to call. */
export default function Companion() {
  const file = use(loadGuide())
  use(openMine())
  const [location] = useLocation()
  const [, , stage = '', part = ''] = location.split('/')
  const before = useRef('')
  useEffect(() => {
    // The first page begins where the browser puts it, unless its address names a section.
    if (before.current !== '' || location.split('/').length > 3) arrive(location.split('/')[3] ?? '')
    before.current = location
  }, [location])
  return (
    <div className="companion">
      <HeadEnd>
        <ReadingMenu />
      </HeadEnd>
      <Page file={file} stage={stage} part={part} />
      <CallBar call={`#/companion/${isStage(stage) ? stage : 'suspected'}/call`} />
    </div>
  )
}

/** Goes to the section of the address, and takes the keyboard and the screen reader along. */
function arrive(part: string): void {
  const section = part === '' ? null : document.getElementById(`companion-${part}`)
  const heading = section?.querySelector<HTMLElement>('[tabindex]') ?? document.getElementById('companion-title')
  if (section) section.scrollIntoView()
  else scrollTo(0, 0)
  heading?.focus({ preventScroll: true })
}

interface PageProps {
  readonly file: GuideFile
  readonly stage: string
  readonly part: string
}

function Page({ file, stage, part }: PageProps) {
  const person = usePerson()
  if (!isStage(stage)) return <Welcome file={file} />
  const room = { file, stage, person }
  switch (part) {
    case 'notes':
      return <Notes {...room} />
    case 'visit':
      return <Visit {...room} />
    default:
      return isPage(part) ? <GuidePage {...room} part={part} /> : <Guide {...room} />
  }
}

function callOf(file: GuideFile) {
  const document = guide(file, 'suspected')
  const section = sectionsOf(document.blocks).find(({ heading }) => heading?.id === 'call')
  return section && { document, section }
}

/** The way in: where are you now? */
function Welcome({ file }: { readonly file: GuideFile }) {
  const say = useWords('companion', en)
  useTitle(say('title'))
  const call = callOf(file)
  const words = new Words(file)
  return (
    <>
      <div className="co-hello">
        <div className="co-in">
          <h1 id="companion-title" tabIndex={-1}>
            {say('title')}
          </h1>
          <p className="co-lead">{say('lead')}</p>
        </div>
      </div>
      <div className="co-in">
        <Part id="stages" title={say('where')}>
          <ul className="co-ways">
            {STAGES.map((stage) => (
              <li key={stage}>
                <a href={`#/companion/${stage}`}>
                  <b>{say(`stage.${stage}`)}</b>
                  <span lang={file.language}>{words.say(`guide.stages.${stage}-lead`)}</span>
                </a>
              </li>
            ))}
          </ul>
        </Part>
        {call ? (
          <Part id="call-signs" title={call.section.heading?.text} language={file.language}>
            <Call file={file} {...call} />
          </Part>
        ) : null}
      </div>
    </>
  )
}
