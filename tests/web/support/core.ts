/** The wasm build for Node, with and without its language packs. */

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inProject } from './project.ts';

export type Core = typeof import('../../../target/wasm/nodejs/textlens.js');
export type Explore = typeof import('../../../target/wasm/nodejs/textlens_explore.js');
export type { Options, Report } from '../../../target/wasm/nodejs/textlens.js';

const GLUE = inProject('target/wasm/nodejs/textlens.js');
const EXPLORE_GLUE = inProject('target/wasm/nodejs/textlens_explore.js');
const require = createRequire(import.meta.url);

/** An instance of its own, with no pack. */
export function freshCore(): Core {
  delete require.cache[require.resolve(GLUE)];
  return require(GLUE) as Core;
}

/** An instance of the module for queries, with the words pack if it is wanted. */
export function exploreCore(withWords = true): Explore {
  delete require.cache[require.resolve(EXPLORE_GLUE)];
  const explore = require(EXPLORE_GLUE) as Explore;
  if (withWords) explore.loadPack(packBytes('en.words'));
  return explore;
}

/** The bytes of a pack: `en.words`. */
export function packBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(inProject(`target/packs/${name}.pack`)));
}

/** An instance of its own, with every pack of the build, as the command line has them. */
export function completeCore(): Core {
  const core = freshCore();
  for (const file of readdirSync(inProject('target/packs'))) {
    core.loadPack(packBytes(file.replace(/\.pack$/, '')));
  }
  return core;
}

/** An instance of its own, with both English packs. */
export function loadedCore(): Core {
  const core = freshCore();
  core.loadPack(packBytes('en.words'));
  core.loadPack(packBytes('en.names'));
  return core;
}

/** The seed article. */
export function seed(): string {
  return readFileSync(inProject('seeds/parade.txt'), 'utf8');
}
