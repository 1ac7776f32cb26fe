/** The npm package as a project that installed it sees it, in Node, where there is no page. */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { inProject } from '../support/project.ts';

const PACKAGE = inProject('target/npm/textlens');
const PROJECT = inProject('target/web-tests/project');
const TSC = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));

beforeAll(() => {
  rmSync(PROJECT, { recursive: true, force: true });
  mkdirSync(`${PROJECT}/node_modules`, { recursive: true });
  symlinkSync(PACKAGE, `${PROJECT}/node_modules/textlens`, 'dir');
  // The element's types ask for Lit, which npm installs beside it.
  mkdirSync(`${PROJECT}/node_modules/@types`);
  for (const name of ['lit', 'lit-element', 'lit-html', '@lit', '@types/trusted-types']) {
    symlinkSync(inProject(`www/node_modules/${name}`), `${PROJECT}/node_modules/${name}`, 'dir');
  }
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

const CONSUMER = `
  import { analyze, Document } from 'textlens';
  import { Explorer } from 'textlens/explore';
  import init from 'textlens/web';
  import { Explorer as WebExplorer } from 'textlens/web/explore';
  import { defineTextLens, TextLensElement } from 'textlens/element/class';
  import 'textlens/element';
  const words: number = analyze('A bridge.').statistics.words;
  const spans: Uint32Array = new Explorer('A bridge.').find('bridge');
  new Document('A bridge.')[Symbol.dispose]();
  const lens = document.createElement('text-lens');
  lens.addEventListener('text-lens-report', ({ detail }) => detail.report.statistics.words.toFixed());
  // @ts-expect-error: a report is no number; one without types would be.
  const none: number = lens.report;
  // @ts-expect-error
  const nothing: string = new WebExplorer('A bridge.').dispersion('bridge', 2);
  export { defineTextLens, init, none, nothing, spans, TextLensElement, words };
`;

/** What the compiler says to the consumer, who has it check the package's own types, too. */
function compiled(...settings: string[]): string {
  writeFileSync(`${PROJECT}/consumer.ts`, CONSUMER);
  const checks = ['--noEmit', '--strict', '--skipLibCheck', 'false', '--pretty', 'false'];
  const target = ['--target', 'es2022', '--lib', 'es2022,dom,dom.iterable', '--types', ''];
  try {
    return execFileSync(
      process.execPath,
      [TSC, ...checks, ...target, ...settings, '--preserveSymlinks', 'consumer.ts'],
      { cwd: PROJECT, encoding: 'utf8' },
    );
  } catch (thrown) {
    return thrown instanceof Error && 'stdout' in thrown ? String(thrown.stdout) : String(thrown);
  }
}

test.each([
  ['a bundler', ['--module', 'esnext', '--moduleResolution', 'bundler']],
  ['Node', ['--module', 'nodenext']],
])('its types compile for %s', (_, settings) => {
  writeFileSync(`${PROJECT}/package.json`, '{ "type": "module" }');
  expect(compiled(...settings)).toBe('');
});

test('the samples of its README, one after the other, are a script that does what they say', () => {
  const samples = [...readFileSync(`${PACKAGE}/README.md`, 'utf8').matchAll(/^```js\n(.*?)^```/gms)];
  const script = samples.map(([, code]) => code).join('\n');
  expect(script).toContain('explorer.free();');
  const looked = script.replace(
    'explorer.free();',
    `console.log(report.statistics.words, report.sentences.join());
    console.log(explorer.concordance('[meet] shoigu').length / 5);
    explorer.free();`,
  );
  writeFileSync(`${PROJECT}/readme.mjs`, looked);
  const printed = execFileSync(process.execPath, ['readme.mjs'], { cwd: PROJECT, encoding: 'utf8' });
  expect(printed).toMatch(/^person Kim Kim\n/);
  expect(printed).toMatch(/12 0,38,7,39,66,5\n1\n$/);
});

test('every file that it promises is there', () => {
  const { exports, types } = JSON.parse(readFileSync(`${PACKAGE}/package.json`, 'utf8'));
  const paths = (entry: unknown): string[] =>
    typeof entry === 'string' ? [entry] : Object.values(entry ?? {}).flatMap(paths);
  const promised = paths([exports, types]).filter((path) => !path.includes('*'));
  expect(promised.length).toBeGreaterThan(8);
  expect(promised.filter((path) => !existsSync(`${PACKAGE}/${path}`))).toEqual([]);
});

test('what the packs are made of is credited beside them', () => {
  const credits = readFileSync(`${PACKAGE}/element/SOURCES.md`, 'utf8');
  for (const source of ['GeoNames', 'wordfreq', 'CC-BY-SA-4.0']) expect(credits).toContain(source);
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
