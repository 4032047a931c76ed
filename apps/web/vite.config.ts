import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** The page: one HTML, one script, one style sheet, by names that the server knows; nothing inline, for the policy. */
export default defineConfig({
  root: resolve(import.meta.dirname, 'src/page'),
  base: '/',
  publicDir: false,
  logLevel: 'warn',
  resolve: { conditions: ['why401-source', 'import', 'browser', 'default'] },
  build: {
    outDir: resolve(import.meta.dirname, 'dist/page'),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: false,
    cssCodeSplit: false,
    reportCompressedSize: false,
    rolldownOptions: {
      // Our own modules do nothing when they are loaded, so that a door does not drag in its whole room.
      treeshake: { moduleSideEffects: (id: string) => /node_modules|\/page\/main\.ts$|\.css$|\.html$/.test(id) },
      output: { entryFileNames: 'app.js', assetFileNames: 'app[extname]', codeSplitting: false },
    },
  },
});
