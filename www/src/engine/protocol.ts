/** The messages between a page and its worker. */

import type { PlainError } from './errors.ts';
import type { Source } from './load.ts';
import type { EntityReport, Options, PackInfo, Report } from './types.ts';

/** From the page. `start` comes first, once. */
export type Request =
  | { type: 'start'; wasm: Source }
  | { type: 'pack'; id: number; source: Source }
  /** `known`: only what rests on names is wanted, the rest is there. */
  | { type: 'analyze'; id: number; text: string; options: Options; known: boolean }
  /** A text to be asked, under the id of this request. `explore` is `null` where the build has no queries. */
  | { type: 'open'; id: number; explore: Source | null; text: string; options: Options }
  | { type: 'define'; id: number; explore: Source | null }
  | { type: 'ask'; id: number; handle: number; name: string; input: readonly unknown[] }
  | { type: 'close'; handle: number };

/** From the worker. `hello` comes unasked, as soon as its script runs. */
export type Reply =
  | { type: 'hello'; build: string }
  | { type: 'ready' }
  | { type: 'failed'; error: PlainError }
  | { type: 'pack'; id: number; info: PackInfo }
  | { type: 'report'; id: number; report: Report | EntityReport }
  | { type: 'answer'; id: number; value: unknown }
  | { type: 'error'; id: number; error: PlainError };
