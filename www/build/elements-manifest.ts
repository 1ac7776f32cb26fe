/**
 * custom-elements.json: what the element's comment says of its attributes, events, slots, parts and
 * properties, in the form that editors and catalogues read (custom-elements-manifest 1.0).
 */

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const local = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const CLASS = 'src/element/text-lens.ts';
const TAG = 'text-lens';

interface Member {
  readonly name: string;
  readonly privacy?: string;
}

interface Declaration {
  readonly kind: string;
  tagName?: string;
  members?: Member[];
}

interface Module {
  path: string;
  readonly declarations: Declaration[];
  readonly exports: { declaration: { module?: string } }[];
}

/** What Lit calls itself is nobody's business. */
const LIFE_CYCLE = new Set(['connectedCallback', 'disconnectedCallback']);

/** Writes the manifest into a folder of www; `module` is the class's file in the package. */
export function writeElementsManifest(folder: string, module: string): void {
  const analyser = local('node_modules/@custom-elements-manifest/analyzer/cem.js');
  const out = ['--outdir', folder, '--globs', CLASS];
  execFileSync(process.execPath, [analyser, 'analyze', '--litelement', '--quiet', ...out], {
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
  element.members = element.members.filter(
    ({ name, privacy }) => privacy !== 'private' && !LIFE_CYCLE.has(name),
  );
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
}
