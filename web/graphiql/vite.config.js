import { defineConfig } from 'vite';

// The pages live at /graphiql/ and nowhere else, so every address in the build is absolute and our own.
export default defineConfig({
  base: '/graphiql/',
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Inlined assets would need `data:` sources in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4096,
  },
});
