import type { Plugin } from 'vite'

/**
 * Has the browser fetch the knowledge while the script is still on its way: the page needs both before it can say
 * anything. Example: `plugins: [preload(/^assets\/page-.*\.json$/)]`.
 */
export function preload(wanted: RegExp): Plugin {
  return {
    name: 'scansion-preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((name) => wanted.test(name))
          .map((name) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'fetch', crossorigin: 'anonymous', href: `./${name}` },
            injectTo: 'head' as const,
          })),
    },
  }
}
