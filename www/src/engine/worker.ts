/** The worker's script: says hello, starts the core, answers requests. One file when built. */

import { type Core, startCore } from './core.ts';
import { LensError, toPlain } from './errors.ts';
import type { Reply, Request } from './protocol.ts';

/** What this script uses of `DedicatedWorkerGlobalScope`, whose types clash with those of a page. */
interface WorkerScope {
  postMessage(message: Reply): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Request>) => void): void;
}

const scope = globalThis as unknown as WorkerScope;
let core: Core | null = null;

function running(): Core {
  if (!core) throw new LensError('worker', 'The worker was asked before its core had started.');
  return core;
}

/** Posts what `work` gives, or why it gives nothing. */
async function reply(id: number, work: () => Reply | Promise<Reply>): Promise<void> {
  try {
    scope.postMessage(await work());
  } catch (thrown) {
    scope.postMessage({ type: 'error', id, error: toPlain(thrown) });
  }
}

async function answer(request: Request): Promise<void> {
  switch (request.type) {
    case 'start':
      try {
        core = await startCore(request.wasm);
        scope.postMessage({ type: 'ready' });
      } catch (thrown) {
        scope.postMessage({ type: 'failed', error: toPlain(thrown) });
      }
      return;
    case 'pack':
      return reply(request.id, async () => {
        const info = await running().loadPack(request.source);
        return { type: 'pack', id: request.id, info };
      });
    case 'open':
      return reply(request.id, async () => {
        await running().explore.open(request.id, request.explore, request.text, request.options);
        return { type: 'answer', id: request.id, value: null };
      });
    case 'define':
      return reply(request.id, async () => {
        const value = await running().explore.definitions(request.explore);
        return { type: 'answer', id: request.id, value };
      });
    case 'ask':
      return reply(request.id, () => {
        const value = running().explore.ask(request.handle, request.name, request.input);
        return { type: 'answer', id: request.id, value };
      });
    case 'close':
      running().explore.close(request.handle);
      return;
    case 'analyze':
      return reply(request.id, () => {
        const report = running().analyze(request.text, request.options, request.known);
        return { type: 'report', id: request.id, report };
      });
  }
}

scope.addEventListener('message', (event) => void answer(event.data));
scope.postMessage({ type: 'hello', build: __TEXTLENS_BUILD__ });
