import { createStore } from 'zustand/vanilla'
import type { State, Store } from './store.ts'

const followers = new WeakMap<Store, Store>()

/** Calls back when the frame that is being made has been painted. */
function whenPainted(then: () => void): void {
  requestAnimationFrame(() => setTimeout(then))
}

/**
 * The same store for a part of the screen that may be drawn one frame later: it has each new reading after the frame
 * that shows the verdict of it, and all else at once. What is changed through it is changed in `store`.
 * Example: `afterPaint(store).getState().reading` is the reading that was painted last.
 */
export function afterPaint(store: Store, painted: (then: () => void) => void = whenPainted): Store {
  const known = followers.get(store)
  if (known) return known
  const later = createStore<State>(() => store.getState())
  let waiting = false
  const follow = () => {
    waiting = false
    later.setState(store.getState(), true)
  }
  store.subscribe((state) => {
    if (state.reading === later.getState().reading) follow()
    else if (!waiting) {
      waiting = true
      painted(follow)
    }
  })
  const follower = { ...store, ...later }
  followers.set(store, follower)
  return follower
}
