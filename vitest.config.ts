import { defineConfig } from 'vitest/config';

const project = (name: string, include: string[], extra: object = {}) => ({
  resolve: { conditions: ['why401-source'] },
  ssr: { resolve: { conditions: ['why401-source'] } },
  test: { name, include, ...extra },
});

export default defineConfig({
  test: {
    projects: [
      // Generous: a machine that does other things too must not turn a test red.
      project(
        'unit',
        ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts', 'test/{architecture,hostile,security}/**/*.test.ts'],
        // Modules are loaded once for each worker: nothing here keeps state that another test could see.
        { testTimeout: 30_000, isolate: false },
      ),
      project('conformance', ['test/conformance/**/*.test.ts'], { testTimeout: 120_000 }),
      project('e2e', ['test/e2e/**/*.test.ts'], { testTimeout: 60_000 }),
      project('browser', ['test/browser/**/*.test.ts'], { testTimeout: 60_000 }),
    ],
  },
});
