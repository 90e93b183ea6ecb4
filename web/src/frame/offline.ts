import { createStore } from 'zustand/vanilla'

/** A newer build that waits until the reader wants it; undefined while there is none. */
export const update = createStore<{ readonly waiting: ServiceWorker | undefined }>(() => ({ waiting: undefined }))

/**
 * Makes the page work without a network: once it is open and at rest, the whole of it is kept on the device. A newer
 * build never changes the page under its reader's hands: it waits to be asked for.
 */
export function workOffline(): void {
  if (!('serviceWorker' in navigator)) return
  // Not while the first verdict is still on its way.
  addEventListener('load', () => setTimeout(register, 1500))
  if (document.readyState === 'complete') setTimeout(register, 1500)
}

let begun = false

async function register(): Promise<void> {
  if (begun) return
  begun = true
  try {
    const registration = await navigator.serviceWorker.register('./sw.js')
    const offer = () => {
      if (registration.waiting && navigator.serviceWorker.controller) update.setState({ waiting: registration.waiting })
    }
    offer()
    registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', offer))
  } catch {
    // Served without a secure context, or refused by the browser: the page works as long as it is online.
  }
}

/** Takes the newer build and loads the page again. */
export function takeUpdate(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  update.getState().waiting?.postMessage({ type: 'SKIP_WAITING' })
}
