import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumPath } from './tests/browser/chromium-path.ts';

/**
 * `vite build` compiles the command for the published package; what ships to browsers is built by
 * `widget/build/build-browser.ts`. Tests run in three lanes: Node, a real browser, journeys over the built demo.
 */
export default defineConfig({
  build: {
    ssr: 'src/cli/main.ts',
    outDir: 'dist/cli',
    target: 'node20',
    rollupOptions: { output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
  },
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['src/**/*.test.ts', 'models/**/*.test.ts', 'workers/**/*.test.ts', 'widget/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts', 'tests/journeys/**', '**/node_modules/**'],
          testTimeout: 20_000,
        },
      },
      {
        // Found only in mid-run, they would have the page loaded anew under the tests.
        optimizeDeps: {
          include: [
            'comlink',
            'eventsource-parser',
            'fast-check',
            'idb',
            'lit',
            'lit/directives/keyed.js',
            'lit/directives/repeat.js',
            'valibot',
          ],
        },
        test: {
          name: 'browser',
          include: ['**/*.browser.test.ts'],
          exclude: ['**/node_modules/**'],
          testTimeout: 20_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: chromiumPath(),
                args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Pages come to rest later on a busy machine.
          expect: { poll: { timeout: 10_000 } },
          fileParallelism: false,
        },
      },
    ],
  },
});
