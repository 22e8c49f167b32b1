import { defineConfig } from 'vite'

/**
 * Two things are built at once: the pages as one module for the server (React bundled in), and the styles and the small script for the browser,
 * in the syntax and CSS that the WebView of a phone of 2019 understands.
 */
export default defineConfig({
  base: '/site/client/',
  publicDir: false,
  builder: {},
  // Whatever NODE_ENV the build is started with: a page for development has no place on a server.
  oxc: { jsx: { runtime: 'automatic', development: false } },
  environments: {
    client: {
      build: {
        outDir: 'dist/client',
        manifest: 'manifest.json',
        target: 'es2017',
        cssTarget: ['chrome70', 'safari12'],
        modulePreload: false,
        assetsDir: '.',
        // No imports and no exports come out of it: one plain script, which old browsers run as well.
        rollupOptions: { input: { site: 'src/site.css', enhance: 'src/enhance/main.ts' } },
      },
    },
    ssr: {
      resolve: { noExternal: true },
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        outDir: 'dist/server',
        target: 'node22',
        copyPublicDir: false,
        rollupOptions: { input: 'src/render.tsx', output: { entryFileNames: 'render.js' } },
      },
    },
  },
})
