/** What editors are told of the element is what it has. */

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backgroundValue, type Family, HUES, lineValue } from '../src/highlight/palette.ts';
import { PANELS } from '../src/panels/context.ts';
import { STYLE_KINDS } from '../src/style/findings.ts';
import { styleColour, styleRule } from '../src/style/look.ts';
import { writeElementsManifest } from './elements-manifest.ts';

interface Named {
  readonly name: string;
  readonly description?: string;
}

interface Element {
  readonly cssParts: Named[];
  readonly cssProperties: Named[];
  readonly attributes: Named[];
}

const WWW = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'textlens-manifest-'));
let element: Element;

beforeAll(() => {
  writeElementsManifest(relative(WWW, folder), 'element.js');
  const manifest = JSON.parse(readFileSync(join(folder, 'custom-elements.json'), 'utf8'));
  element = manifest.modules[0].declarations[0];
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const sources = readdirSync(join(WWW, 'src'), { encoding: 'utf8', recursive: true })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(join(WWW, 'src', name), 'utf8'))
  .join('\n');

/** The first group of every match in a source, each once. */
const all = (source: string, pattern: RegExp) => [
  ...new Set([...source.matchAll(pattern)].map(([, found]) => found ?? '')),
];
const names = (list: readonly Named[]) => list.map(({ name }) => name).sort();

test('each part once', () => {
  const sections = PANELS.filter((panel) => panel !== 'overview' && panel !== 'text');
  expect(sources).toMatch(/\bpart=\$\{panel\}/);
  const parts = [...all(sources, /\bpart="([^"$]+)"/g), ...sections];
  expect(names(element.cssParts)).toEqual(parts.sort());
});

test('each custom property once', () => {
  const families = Object.keys(HUES) as Family[];
  const rules = [
    ...families.flatMap((family) => [backgroundValue(family), lineValue(family)]),
    ...STYLE_KINDS.flatMap((kind) => [styleColour(kind), styleRule(kind)]),
  ].join();
  const properties = all(sources + rules, /\bvar\(\s*(--textlens-[a-z-]+)\s*,/g);
  expect(names(element.cssProperties)).toEqual(properties.sort());
});

test('with what each is', () => {
  const { cssParts, cssProperties, attributes } = element;
  const told = [...cssParts, ...cssProperties, ...attributes];
  expect(told.filter(({ description }) => !description)).toEqual([]);
});
