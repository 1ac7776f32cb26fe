/** The npm package in a page that a bundler has made of it, for production. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from '../support/project.ts';
import { serve } from '../support/serve.ts';
import { chromiumForAll } from './launch.ts';
import { eventually, visit } from './visit.ts';

const browser = chromiumForAll();
const PROJECT = inProject('target/web-tests/bundled');
const VITE = inProject('www/node_modules/vite/bin/vite.js');

const CONSUMER = `
  import { analyze } from 'textlens';
  import { Explorer } from 'textlens/explore';
  const text = 'The old bridge is open, and the new bridge is not.';
  const places = new Explorer(text).find('bridge').length / 2;
  document.title = analyze(text).statistics.words + ' words, ' + places + ' bridges';
`;

const PAGE = '<link rel="icon" href="data:," /><script type="module" src="./main.js"></script>';

test('what a bundler makes of an import of textlens runs', async () => {
  rmSync(PROJECT, { recursive: true, force: true });
  mkdirSync(`${PROJECT}/node_modules`, { recursive: true });
  symlinkSync(inProject('target/npm/textlens'), `${PROJECT}/node_modules/textlens`, 'dir');
  writeFileSync(`${PROJECT}/package.json`, '{ "type": "module" }');
  writeFileSync(`${PROJECT}/main.js`, CONSUMER);
  writeFileSync(`${PROJECT}/index.html`, PAGE);
  execFileSync(process.execPath, [VITE, 'build', '--logLevel', 'warn'], { cwd: PROJECT });

  const site = await serve({ folders: { '/': `${PROJECT}/dist` } });
  try {
    await visit(browser(), site.url, async ({ page, said }) => {
      await eventually(() => page.title()).toBe('11 words, 2 bridges');
      expect(said).toEqual([]);
    });
  } finally {
    await site.close();
  }
});
