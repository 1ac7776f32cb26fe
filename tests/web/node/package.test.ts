/** The npm package as a project that installed it sees it, in Node, where there is no page. */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { inProject } from '../support/project.ts';

const PACKAGE = inProject('target/npm/textlens');
const PROJECT = inProject('target/web-tests/project');

beforeAll(() => {
  rmSync(PROJECT, { recursive: true, force: true });
  mkdirSync(`${PROJECT}/node_modules`, { recursive: true });
  symlinkSync(PACKAGE, `${PROJECT}/node_modules/textlens`, 'dir');
});

/** What Node prints when it runs `code` in the project; warnings and errors are printed, too. */
function run(code: string, kind: 'module' | 'commonjs' = 'module'): string {
  const script = `process.on('warning', console.log);\n${code}`;
  return execFileSync(process.execPath, [`--input-type=${kind}`, '--eval', script], {
    cwd: PROJECT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

const ANALYSE = `
  for (const pack of ['words', 'names']) {
    textlens.loadPack(fs.readFileSync(require.resolve('textlens/packs/en.' + pack + '.pack')));
  }
  const { statistics, entities } = textlens.analyze('The mayor met President Vladimir Putin in Paris.');
  console.log(statistics.words, entities.map(({ name }) => name).sort().join());
`;

test('it is imported and required by its name', () => {
  const imports = `import fs from 'node:fs'; import { createRequire } from 'node:module';
    import * as textlens from 'textlens'; const require = createRequire(process.cwd() + '/');`;
  const requires = `const fs = require('node:fs'); const textlens = require('textlens');`;
  expect(run(imports + ANALYSE)).toBe('8 Paris,Vladimir Putin\n');
  expect(run(requires + ANALYSE, 'commonjs')).toBe('8 Paris,Vladimir Putin\n');
});

test('the module for queries is imported by its own name', () => {
  const printed = run(`import { createRequire } from 'node:module'; import fs from 'node:fs';
    import { Explorer, loadPack } from 'textlens/explore';
    const require = createRequire(process.cwd() + '/');
    loadPack(fs.readFileSync(require.resolve('textlens/packs/en.words.pack')));
    console.log(new Explorer('Drones, and a drone.').concordance('[drone]').length / 5);`);
  expect(printed).toBe('2\n');
});

test('the element is imported on a server, where it does nothing', () => {
  const print = 'console.log(Object.keys(element).sort().join(), typeof customElements)';
  for (const entry of ['textlens/element', 'textlens/element/class']) {
    const printed = run(`import * as element from '${entry}'; ${print}`);
    expect(printed).toBe('LensError,TextLensElement,defineTextLens undefined\n');
  }
  expect(run(`import { defineTextLens } from 'textlens/element/class'; defineTextLens();`)).toBe(
    '',
  );
});

test('every file that it promises is there', () => {
  const { exports, types } = JSON.parse(readFileSync(`${PACKAGE}/package.json`, 'utf8'));
  const paths = (entry: unknown): string[] =>
    typeof entry === 'string' ? [entry] : Object.values(entry ?? {}).flatMap(paths);
  const promised = paths([exports, types]).filter((path) => !path.includes('*'));
  expect(promised.length).toBeGreaterThan(8);
  expect(promised.filter((path) => !existsSync(`${PACKAGE}/${path}`))).toEqual([]);
});

test('editors are told of every attribute and event of the element', () => {
  const printed = run(`import { createRequire } from 'node:module'; import fs from 'node:fs';
    import { TextLensElement } from 'textlens/element/class';
    const require = createRequire(process.cwd() + '/');
    const { customElements } = JSON.parse(fs.readFileSync(require.resolve('textlens/package.json')));
    const path = require.resolve('textlens/' + customElements.slice(2));
    const [{ declarations: [element] }] = JSON.parse(fs.readFileSync(path)).modules;
    const names = (list) => list.map(({ name }) => name);
    const described = new Set(element.attributes.filter((a) => a.description).map((a) => a.name));
    const known = Object.entries(TextLensElement.properties)
      .map(([name, { attribute }]) => attribute ?? name.toLowerCase());
    console.log(element.tagName, known.filter((name) => !described.has(name)).join(), known.length > 9);
    console.log(names(element.events).sort().join());
    console.log(names(element.members).some((name) => /^[#_]/.test(name)));`);
  expect(printed).toBe(
    'text-lens  true\ntext-lens-error,text-lens-report,text-lens-select,text-lens-view\nfalse\n',
  );
});
