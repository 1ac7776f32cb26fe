/** The hand-written types and the published schema, held against real results. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadedCore, type Report, seed } from '../support/core.ts';
import { nativeReports, type Unit } from '../support/native.ts';
import { inProject } from '../support/project.ts';
import { samples } from './texts.ts';

const FOLDER = inProject('target/web-tests/types');
const TSC = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));

/** A value as a TypeScript expression, whose excess and missing properties the compiler sees. */
function literal(value: unknown): string {
  if (
    value instanceof Uint32Array ||
    value instanceof Uint8Array ||
    value instanceof Float64Array
  ) {
    return `new ${value.constructor.name}([${value.join(', ')}])`;
  }
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([name, field]) => `${name}: ${literal(field)}`);
    return `{ ${fields.join(', ')} }`;
  }
  return JSON.stringify(value);
}

/** Changes to the types that real reports must not fit, or the check would be worth nothing. */
const CHANGES = [
  ['a field too many', /^( {2}sentences: number;)$/m, '$1 extra: number;', /'extra' is missing/],
  ['a field too few', /^ {2}binWidth: number;$/m, '', /'binWidth' does not exist/],
  ['another name', /^ {2}perThousand: number;$/m, '  perMille: number;', /perThousand/],
  ['another type', /^ {2}hash: string;$/m, '  hash: number;', /not assignable to type 'number'/],
  [
    'lists for typed arrays',
    /^ {2}mentions: Uint32Array;$/m,
    '  mentions: number[];',
    /number\[\]/,
  ],
  ['a kind too few', /"person" \| /, '', /"person"/],
] as const;

/** Writes the reports as values of the type `Report` in `types`. */
function write(name: string, types: string, reports: readonly Report[]): string {
  const folder = `${FOLDER}/${name.replaceAll(' ', '-')}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/textlens.d.ts`, types);
  const values = reports.map((report, at) => `export const r${at}: Report = ${literal(report)};\n`);
  const imports = `import type { Report } from './textlens.d.ts';\n`;
  writeFileSync(`${folder}/reports.ts`, imports + values.join(''));
  return `${folder}/reports.ts`;
}

/** What the compiler says to the files, in one run; empty when it agrees with all. */
function compile(files: readonly string[]): string {
  const checks = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--target', 'es2023'];
  const modules = ['--module', 'esnext', '--moduleResolution', 'bundler', '--types', ''];
  try {
    return execFileSync(
      process.execPath,
      [TSC, ...checks, ...modules, '--allowImportingTsExtensions', '--pretty', 'false', ...files],
      { cwd: FOLDER, encoding: 'utf8' },
    );
  } catch (thrown) {
    return thrown instanceof Error && 'stdout' in thrown ? String(thrown.stdout) : String(thrown);
  }
}

describe('the types', () => {
  let complaints: string[];
  const complaintsIn = (name: string) =>
    complaints.filter((line) => line.startsWith(`${name.replaceAll(' ', '-')}/`));

  beforeAll(() => {
    rmSync(FOLDER, { recursive: true, force: true });
    const types = readFileSync(inProject('src/wasm/textlens.d.ts'), 'utf8');
    const core = loadedCore();
    const names =
      'On 3 May 2021 Ms. Ana López of the UN paid $5 in Paris, said @ana. 12% went home.';
    const texts = [seed(), '', '橋は金曜日に開通した。鈴木さんが渡った。', names];
    const reports = texts.map((text) => core.analyze(text));
    const files = [write('as they are', types, reports)];
    for (const [name, from, to] of CHANGES) {
      const changed = types.replace(from, to);
      if (changed === types) throw new Error(`The types hold nothing that ${from} matches.`);
      files.push(write(name, changed, reports));
    }
    complaints = compile(files).split('\n');
  }, 60_000);

  test('are those of real reports', () => {
    expect(complaintsIn('as they are')).toEqual([]);
    expect(complaints.filter((line) => !/^\S+\/reports\.ts\(|^ |^$/.test(line))).toEqual([]);
  });

  test.each(CHANGES)('are not those with %s', (name, _from, _to, told) => {
    expect(complaintsIn(name).join('\n')).toMatch(told);
  });
});

describe('the schema', () => {
  const ajv = new Ajv2020({ allErrors: true });
  const whole = (most: number) => (value: number) => Number.isInteger(value) && value <= most;
  ajv.addFormat('uint', { type: 'number', validate: whole(2 ** 53) });
  ajv.addFormat('uint8', { type: 'number', validate: whole(255) });
  ajv.addFormat('uint32', { type: 'number', validate: whole(2 ** 32 - 1) });
  ajv.addFormat('uint64', { type: 'number', validate: whole(2 ** 53) });
  ajv.addFormat('int64', { type: 'number', validate: whole(2 ** 53) });
  ajv.addFormat('double', { type: 'number', validate: Number.isFinite });
  const validate = ajv.compile(
    JSON.parse(readFileSync(inProject('tests/schema/report.schema.json'), 'utf8')),
  );
  const wrong = (report: unknown) => (validate(report) ? [] : (validate.errors ?? []));

  test('fits every report', () => {
    const all = samples();
    const reports = nativeReports(all.map(({ text }) => text));
    for (const [at, { name }] of all.entries()) {
      expect(wrong(JSON.parse(reports[at] ?? '')), name).toEqual([]);
    }
  });

  test.each<Unit>(['utf8', 'codepoints'])('fits a report in %s', (unit) => {
    const [json = ''] = nativeReports([seed()], unit);
    expect(wrong(JSON.parse(json))).toEqual([]);
  });

  test('does not fit a report without one of its fields, at any depth', () => {
    const [json = ''] = nativeReports([seed()]);
    const accepted: string[] = [];
    /** Takes each field away in turn, in objects and in the first item of lists. */
    const visit = (value: unknown, path: string) => {
      if (typeof value !== 'object' || value === null) return;
      const holder = value as Record<string, unknown>;
      for (const [name, field] of Object.entries(holder)) {
        if (Array.isArray(value) && name !== '0') continue;
        visit(field, `${path}.${name}`);
        if (Array.isArray(value)) continue;
        delete holder[name];
        if (wrong(report).length === 0) accepted.push(`${path}.${name}`);
        holder[name] = field;
      }
    };
    const report: unknown = JSON.parse(json);
    visit(report, 'report');
    // `null` and absent are the same to a reader of JSON.
    expect(accepted.filter((path) => !/\.(subtype|value|missing|measure|date|note|speaker|cue)$/.test(path))).toEqual([]);
  });

  test.each([
    ['a string for a number', { schema: '1' }],
    ['another version', { schema: 2 }],
    ['an unknown unit', { offsets: 'bytes' }],
    ['spans as pairs', { paragraphs: [[0, 1]] }],
    ['a negative offset', { paragraphs: [{ start: -1, end: 1 }] }],
    [
      'an unknown type of entity',
      { entities: [{ name: 'x', type: 'animal', subtype: null, count: 1, mentions: [] }] },
    ],
  ])('does not fit %s', (_, change) => {
    const [json = ''] = nativeReports(['The bridge in Paris.']);
    const report = JSON.parse(json);
    expect(wrong(report)).toEqual([]);
    expect(wrong({ ...report, ...change })).not.toEqual([]);
  });
});
