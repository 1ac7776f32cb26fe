/**
 * custom-elements.json: what the element's comment says of its attributes, events, slots, parts and
 * properties, in the form that editors and catalogues read (custom-elements-manifest 1.0).
 */

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { HUES } from '../src/highlight/palette.ts';
import { SENTENCE_KINDS, STYLE_KINDS } from '../src/style/findings.ts';

const local = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const CLASS = 'src/element/text-lens.ts';
const TAG = 'text-lens';

interface Member {
  readonly name: string;
  readonly privacy?: string;
}

interface Named {
  readonly name: string;
  readonly description: string;
}

interface Declaration {
  readonly kind: string;
  tagName?: string;
  members?: Member[];
  cssProperties?: Named[];
}

interface Module {
  path: string;
  readonly declarations: Declaration[];
  readonly exports: { declaration: { module?: string } }[];
}

/** What Lit calls itself is nobody's business. */
const LIFE_CYCLE = new Set(['connectedCallback', 'disconnectedCallback']);

/** The colours, which the comment names by their rule. */
function colours(): Named[] {
  const named = (name: string, description: string): Named => ({
    name: `--textlens-${name}`,
    description,
  });
  return [
    ...Object.keys(HUES).flatMap((family) => [
      named(family, `Background of entities: ${family}.`),
      named(`${family}-line`, `Underline of entities: ${family}.`),
    ]),
    ...SENTENCE_KINDS.map((kind) => named(kind, `Wash of findings: ${kind}.`)),
    ...STYLE_KINDS.map((kind) => named(`${kind}-line`, `Line of findings: ${kind}.`)),
  ];
}

/** Writes the manifest into a folder of www; `module` is the class's file in the package. */
export function writeElementsManifest(folder: string, module: string): void {
  const analyser = local('node_modules/@custom-elements-manifest/analyzer/cem.js');
  const settings = ['--config', 'build/analyser.config.js', '--outdir', folder];
  execFileSync(process.execPath, [analyser, 'analyze', '--quiet', ...settings], {
    cwd: local('.'),
    stdio: 'inherit',
  });
  const file = local(`${folder}/custom-elements.json`);
  const manifest: { modules: Module[] } = JSON.parse(readFileSync(file, 'utf8'));
  const [found] = manifest.modules;
  const element = found?.declarations.find(({ kind }) => kind === 'class');
  if (!found || !element?.members) throw new Error(`${CLASS} has no element any more.`);
  found.path = module;
  for (const exported of found.exports) exported.declaration.module = module;
  element.tagName = TAG;
  element.cssProperties = [...(element.cssProperties ?? []), ...colours()];
  element.members = element.members.filter(
    ({ name, privacy }) => privacy !== 'private' && !LIFE_CYCLE.has(name),
  );
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
}
