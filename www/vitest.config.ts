import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const local = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  define: { __TEXTLENS_BUILD__: '"test-build"', __TEXTLENS_VERSION__: '"0.0.0"' },
  resolve: {
    alias: {
      '#wasm': local('test/fake-glue.ts'),
      '#explore': local('test/fake-glue.ts'),
      '#assets': local('test/fake-assets.ts'),
    },
  },
  test: { include: ['src/**/*.test.ts', 'build/**/*.test.ts'], environment: 'node' },
});
