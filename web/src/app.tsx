import { Component, lazy, type ReactNode, Suspense, useEffect, useRef } from 'react'
import { Route, Router, Switch, useLocation } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import en from '../words/en/page.json'
import { Foot } from './frame/foot.tsx'
import { Head } from './frame/head.tsx'
import { useTitle } from './frame/title.ts'
import { UpdateLine } from './frame/update-line.tsx'
import { DropAnywhere } from './open/drop.tsx'
import { useWords } from './words/words.ts'

const Companion = lazy(() => import('./companion/index.tsx'))
const Library = lazy(() => import('./library/index.tsx'))
const Workspace = lazy(() => import('./workspace/index.tsx'))
const Start = lazy(() => import('./start/index.tsx'))

/** The whole page: head, one of its rooms by address, foot. */
export function App() {
  return (
    <Router hook={useHashLocation}>
      <Page />
    </Router>
  )
}

function Page() {
  const say = useWords('page', en)
  const [location] = useLocation()
  const room = location.split('/')[1] ?? ''
  const main = useRef<HTMLElement>(null)
  const first = useRef(true)
  // A new page begins at its top, and a screen reader begins there too; not on the first, where the browser does it.
  useEffect(() => {
    if (first.current) first.current = false
    else if (room !== undefined) {
      scrollTo(0, 0)
      main.current?.focus({ preventScroll: true })
    }
  }, [room])
  return (
    <div className="page" data-paper={room === 'companion' ? 'warm' : undefined}>
      {/* A button: the address after # is that of the page. */}
      <button type="button" className="skip no-print" onClick={() => main.current?.focus()}>
        {say('skip')}
      </button>
      <Head room={room} />
      <UpdateLine />
      <main id="main" ref={main} tabIndex={-1}>
        <Mishap
          failed={say('failed')}
          why={(error) => say('failed.why', { why: error.message })}
          reload={say('reload')}
        >
          <Suspense fallback={<p className="loading">{say('opening')}</p>}>
            <Switch>
              <Route path="/">
                <Start />
              </Route>
              <Route path="/workspace/*?">
                <Workspace />
              </Route>
              <Route path="/companion/*?">
                <Companion />
              </Route>
              <Route path="/library/*?">
                <Library />
              </Route>
              <Route>
                <Lost />
              </Route>
            </Switch>
          </Suspense>
        </Mishap>
      </main>
      <Foot room={room} />
      <DropAnywhere />
    </div>
  )
}

function Lost() {
  const say = useWords('page', en)
  useTitle(say('not-found.title'))
  return (
    <section className="loading">
      <h1>{say('not-found')}</h1>
      <a href="#/">{say('not-found.start')}</a>
    </section>
  )
}

interface MishapProps {
  readonly failed: string
  readonly why: (error: Error) => string
  readonly reload: string
  readonly children: ReactNode
}

/** A part that fails is told in words; the rest of the page stays. */
class Mishap extends Component<MishapProps, { readonly error?: Error }> {
  override state: { readonly error?: Error } = {}

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <div className="loading" role="alert">
        <p>{this.props.failed}</p>
        <p className="quiet">{this.props.why(error)}</p>
        <button type="button" className="button" onClick={() => location.reload()}>
          {this.props.reload}
        </button>
      </div>
    )
  }
}
