import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { compressed } from './build/compressed.ts'
import { preload } from './build/preload.ts'
import { subset } from './build/subset.ts'

const root = fileURLToPath(new URL('.', import.meta.url))

/** Signs of `knowledge/` and of our own words that the Source faces lack. */
const SIGNS = '⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉≤≥≈≠∞−'

// What the caller's own work is set to (a test runner sets "test") must not decide which React people are sent: the one
// for development is larger, slower, and talks to the console.
process.env.NODE_ENV = 'production'

/** The page: built into `dist/web`, served by `npm start` or any host of static files. */
export default defineConfig({
  root,
  base: './',
  resolve: {
    alias: [
      // The package's own build for pages: the other one wants Node's Buffer.
      { find: 'csv-parse/sync', replacement: 'csv-parse/browser/esm/sync' },
      { find: /^temporal-polyfill$/, replacement: fileURLToPath(new URL('src/temporal.ts', import.meta.url)) },
    ],
  },
  worker: { format: 'es' },
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // A data: address would need a hole in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      output: {
        // What every room needs comes in two pieces, which compress better than twenty.
        codeSplitting: {
          groups: [
            {
              name: 'engine',
              test: /[\\/]src[\\/](core|assess|adapters[\\/]case)[\\/]|node_modules[\\/](intl-messageformat|@formatjs)/,
            },
            { name: 'base', test: /node_modules[\\/](react|react-dom|scheduler|zustand|wouter)[\\/]/ },
          ],
        },
      },
      // How long plugins take is no news, and "use client" has no meaning in a page without a server.
      checks: { pluginTimings: false },
      onLog: (level, log, tell) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE' && log.code !== 'PLUGIN_TIMINGS') tell(level, log)
      },
    },
  },
  plugins: [
    subset(/open-sans-math/, SIGNS),
    preload(/^assets\/page-.*\.json$/),
    VitePWA({
      strategies: 'generateSW',
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        name: 'Scansion',
        short_name: 'Scansion',
        description: 'Reads a medical record and says whether it adds up to POEMS syndrome.',
        theme_color: '#FBFCFA',
        background_color: '#FBFCFA',
        display: 'standalone',
        icons: [{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
      },
      workbox: {
        globPatterns: ['**/*.{html,js,css,json,woff2,svg}'],
        maximumFileSizeToCacheInBytes: 4_000_000,
        inlineWorkboxRuntime: true,
        sourcemap: false,
      },
    }),
    compressed(),
  ],
})
