import { defineConfig } from 'vite';

// Every byte comes from our own server under `script-src 'self'; worker-src 'self'; style-src 'self'`: nothing is inlined.
export default defineConfig({
  base: '/',
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
  server: {
    // The API, while one works on the page; see web/README.md.
    proxy: Object.fromEntries(
      ['/graphql', '/export', '/import', '/icon.svg'].map((path) => [path, process.env.DRIEKLANK_URL ?? 'http://127.0.0.1:8000']),
    ),
  },
});
