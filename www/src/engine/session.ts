/** One engine for all elements of a page that use the same files. */

import type { Assets } from './assets.ts';
import { NoWorkerError, WorkerEngine } from './client.ts';
import { InlineEngine } from './inline.ts';
import { missingSupport } from './support.ts';
import type { Engine, PackInfo, PackName } from './types.ts';

/** An engine and the packs that arrive in it, one after the other. */
export interface Session {
  readonly engine: Engine;
  /** Settles before the first analysis is worth making. */
  readonly words: Promise<PackInfo>;
  /** Settles when entities can be found. */
  readonly names: Promise<PackInfo>;
  /** Fetches what tells languages apart, once; `null` when the build has none. */
  languages(): Promise<PackInfo> | null;
  /** Fetches the words of the language `tag`, once; `null` when there are none beyond what is loaded. */
  language(tag: string): Promise<PackInfo> | null;
}

const sessions = new Map<string, Promise<Session>>();

/** The session for these assets, started by the first who asks. A start that failed is tried anew. */
export function sharedSession(assets: Assets): Promise<Session> {
  const key = JSON.stringify([assets.wasm, assets.words, assets.names].map(nameOf));
  let session = sessions.get(key);
  if (!session) {
    session = startSession(assets);
    sessions.set(key, session);
    session.catch(() => sessions.delete(key));
  }
  return session;
}

function nameOf(source: Assets['wasm']): string {
  return 'url' in source ? source.url : 'built in';
}

async function startSession(assets: Assets): Promise<Session> {
  const engine = await startEngine(assets);
  const words = engine.loadPack('words');
  const names = words.catch(() => null).then(() => engine.loadPack('names'));
  // Each element reports a pack that is missing; nobody need be listening yet.
  words.catch(() => null);
  names.catch(() => null);
  return { engine, words, names, ...languagePacks(engine, assets) };
}

/** The packs that other languages than English need, each fetched when it first is; one that failed is tried anew. */
function languagePacks(engine: Engine, assets: Assets): Pick<Session, 'language' | 'languages'> {
  const packs = new Map<string, Promise<PackInfo>>();
  const fetched = (key: string, name: PackName) => {
    let pack = packs.get(key);
    if (!pack) {
      pack = engine.loadPack(name);
      packs.set(key, pack);
      pack.catch(() => packs.delete(key));
    }
    return pack;
  };
  return {
    languages: () => (assets.languages === null ? null : fetched('mul', 'languages')),
    language: (tag) => {
      const language = servedBy(tag);
      return assets.language(language) === null ? null : fetched(language, { language });
    },
  };
}

/** The language whose pack serves a text of the language `tag`, as in the core. */
function servedBy(tag: string): string {
  const [language = ''] = tag.toLowerCase().split(/[-_]/);
  return language === 'no' || language === 'nn' ? 'nb' : language;
}

/** Starts the core in a worker or, where there can be none, in this thread. */
export async function startEngine(assets: Assets): Promise<Engine> {
  const missing = missingSupport();
  if (missing) throw missing;
  let worker: Worker;
  try {
    worker = assets.startWorker();
  } catch {
    return InlineEngine.start(assets);
  }
  try {
    return await WorkerEngine.start(worker, assets);
  } catch (thrown) {
    if (thrown instanceof NoWorkerError) return InlineEngine.start(assets);
    throw thrown;
  }
}
