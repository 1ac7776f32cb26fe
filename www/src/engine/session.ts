/** One engine for all elements of a page that use the same files. */

import type { Assets } from './assets.ts';
import { NoWorkerError, WorkerEngine } from './client.ts';
import { InlineEngine } from './inline.ts';
import { Pack } from './pack.ts';
import { missingSupport } from './support.ts';
import type { Engine, PackName } from './types.ts';

/** An engine and the packs that arrive in it, one after the other. */
export interface Session {
  readonly engine: Engine;
  /** Without it the first analysis is not worth making. */
  readonly words: Pack;
  /** With it entities can be found. */
  readonly names: Pack;
  /** What tells languages apart; `null` when the build has none. */
  readonly languages: Pack | null;
  /** The words of the language `tag`; `null` when there are none beyond English. */
  language(tag: string): Pack | null;
}

const sessions = new Map<string, Promise<Session>>();

/**
 * The session for these assets, started by the first who asks. A start that failed is tried anew,
 * and a session whose worker has broken down makes way for another.
 */
export function sharedSession(assets: Assets): Promise<Session> {
  const key = JSON.stringify([assets.wasm, assets.words, assets.names].map(nameOf));
  const known = sessions.get(key);
  if (known) return known;
  const forget = () => {
    if (sessions.get(key) === session) sessions.delete(key);
  };
  const session = startSession(assets, forget);
  sessions.set(key, session);
  session.catch(forget);
  return session;
}

function nameOf(source: Assets['wasm']): string {
  return 'url' in source ? source.url : 'built in';
}

async function startSession(assets: Assets, broken: () => void): Promise<Session> {
  const engine = await startEngine(assets, broken);
  const pack = (name: PackName) => new Pack(() => engine.loadPack(name));
  const words = pack('words');
  const names = new Pack(async () => {
    await words.fetch();
    return engine.loadPack('names');
  });
  void names.fetch();
  const others = new Map<string, Pack>();
  return {
    engine,
    words,
    names,
    languages: assets.languages && pack('languages'),
    language: (tag) => {
      const language = servedBy(tag);
      if (assets.language(language) === null) return null;
      const other = others.get(language) ?? pack({ language });
      others.set(language, other);
      return other;
    },
  };
}

/** The language whose pack serves a text of the language `tag`, as in the core. */
function servedBy(tag: string): string {
  const [language = ''] = tag.toLowerCase().split(/[-_]/);
  return language === 'no' || language === 'nn' ? 'nb' : language;
}

/**
 * Starts the core in a worker or, where there can be none, in this thread.
 * @param broken is called when a worker that ran has broken down.
 */
export async function startEngine(assets: Assets, broken: () => void): Promise<Engine> {
  const missing = missingSupport();
  if (missing) throw missing;
  let worker: Worker;
  try {
    worker = assets.startWorker();
  } catch {
    return InlineEngine.start(assets);
  }
  try {
    return await WorkerEngine.start(worker, assets, broken);
  } catch (thrown) {
    if (thrown instanceof NoWorkerError) return InlineEngine.start(assets);
    throw thrown;
  }
}
