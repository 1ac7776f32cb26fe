import { defineConfig } from 'vitest/config';

/** `npm run screenshots`: not a test, but the test runner runs it. */
export default defineConfig({
  test: { include: ['browser/screenshots.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
