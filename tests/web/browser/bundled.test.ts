/** The npm package in a page that a bundler has made of it, for production. */

import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from '../support/project.ts';
import { serve } from '../support/serve.ts';
import { chromiumForAll } from './launch.ts';
import { eventually, heldReport, type Visit, visit } from './visit.ts';

const browser = chromiumForAll();
const PACKAGE = inProject('target/npm/textlens');
const VITE = inProject('www/node_modules/vite/bin/vite.js');

/** Builds a project of one script for production, and looks at its page. */
async function built(
  name: string,
  script: string,
  body: string,
  look: (visit: Visit) => Promise<void>,
): Promise<void> {
  const project = inProject(`target/web-tests/${name}`);
  rmSync(project, { recursive: true, force: true });
  mkdirSync(`${project}/node_modules`, { recursive: true });
  symlinkSync(PACKAGE, `${project}/node_modules/textlens`, 'dir');
  mkdirSync(`${project}/public/packs`, { recursive: true });
  for (const pack of ['mul.languages', 'de.words']) {
    copyFileSync(`${PACKAGE}/element/${pack}.pack`, `${project}/public/packs/${pack}.pack`);
  }
  writeFileSync(`${project}/package.json`, '{ "type": "module" }');
  writeFileSync(`${project}/main.js`, script);
  const page = `<link rel="icon" href="data:," />${body}<script type="module" src="./main.js"></script>`;
  writeFileSync(`${project}/index.html`, page);
  execFileSync(process.execPath, [VITE, 'build', '--logLevel', 'warn'], { cwd: project });
  const site = await serve({ folders: { '/': `${project}/dist` } });
  try {
    await visit(browser(), site.url, look);
  } finally {
    await site.close();
  }
}

test('what a bundler makes of an import of textlens runs', async () => {
  const script = `
    import { analyze, loadPack } from 'textlens';
    import address from 'textlens/packs/en.words.pack?url';
    import { Explorer } from 'textlens/explore';
    import init, { analyze as analyzeFromAddress } from 'textlens/web';
    const text = 'The old bridge is open, and the new bridge is not.';
    const places = new Explorer(text).find('bridge').length / 2;
    await init();
    const words = [analyze, analyzeFromAddress].map((read) => read(text).statistics.words);
    loadPack(new Uint8Array(await (await fetch(address)).arrayBuffer()));
    const [pack] = analyze(text).packs;
    document.title = words + ' words, ' + places + ' bridges, ' + pack.name;`;
  await built('bundled', script, '', async ({ page, said }) => {
    await eventually(() => page.title()).toBe('11,11 words, 2 bridges, en.words');
    expect(said).toEqual([]);
  });
});

test('a bundled element works, and finds the packs of other languages where it is told', async () => {
  const script = `
    import { defineTextLens, TextLensElement } from 'textlens/element/class';
    TextLensElement.configure({ languages: '/packs/' });
    defineTextLens();`;
  const german = 'Die Parade begann am Morgen, und die Soldaten gingen über den großen Platz.';
  const body = `<meta charset="utf-8"><text-lens value="${german}"></text-lens>`;
  await built('bundled-element', script, body, async ({ page, said, events }) => {
    await eventually(async () => {
      const { packs = [] } = JSON.parse((await heldReport(page)) ?? '{}');
      return packs.map(({ name }: { name: string }) => name).sort();
    }).toEqual(['de.words', 'mul.languages']);
    expect(page.workers()).toHaveLength(1);
    expect(await events('error')).toEqual([]);
    expect(said).toEqual([]);
  });
});
