import { defineConfig } from 'vite';

/** sigma's shaders travel as text: their comments and indents are a tenth of what the map weighs. */
const shorterShaders = {
  name: 'shorter-shaders',
  transform(code, id) {
    if (!/node_modules\/sigma\//.test(id)) return null;
    const shorter = code.replace(/\\n[ \t]*\/\/(?:(?!\\n|["`]).)*(?=\\n)/g, '').replace(/\\n(?: +|\\n)+/g, '\\n');
    return { code: shorter, map: null };
  },
};

// Every byte comes from our own server under `script-src 'self'; worker-src 'self'; style-src 'self'`: nothing is inlined.
export default defineConfig({
  base: '/',
  plugins: [shorterShaders],
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
