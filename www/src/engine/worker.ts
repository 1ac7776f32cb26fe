/** The worker's script: says hello, starts the core, answers requests. One file when built. */

import { type Core, startCore } from './core.ts';
import { LensError, toPlain } from './errors.ts';
import { type Reply, type Request, transferables } from './protocol.ts';

/** What this script uses of `DedicatedWorkerGlobalScope`, whose types clash with those of a page. */
interface WorkerScope {
  postMessage(message: Reply, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Request>) => void): void;
}

const scope = globalThis as unknown as WorkerScope;
let core: Core | null = null;

function running(): Core {
  if (!core) throw new LensError('worker', 'The worker was asked before its core had started.');
  return core;
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
      try {
        const info = await running().loadPack(request.source);
        scope.postMessage({ type: 'pack', id: request.id, info });
      } catch (thrown) {
        scope.postMessage({ type: 'error', id: request.id, error: toPlain(thrown) });
      }
      return;
    case 'open':
      try {
        await running().explore.open(request.id, request.explore, request.text, request.options);
        scope.postMessage({ type: 'answer', id: request.id, value: null });
      } catch (thrown) {
        scope.postMessage({ type: 'error', id: request.id, error: toPlain(thrown) });
      }
      return;
    case 'ask':
      try {
        const value = running().explore.ask(request.handle, request.name, request.input);
        scope.postMessage({ type: 'answer', id: request.id, value });
      } catch (thrown) {
        scope.postMessage({ type: 'error', id: request.id, error: toPlain(thrown) });
      }
      return;
    case 'close':
      running().explore.close(request.handle);
      return;
    case 'analyze':
      try {
        const report = running().analyze(request.text, request.options);
        scope.postMessage({ type: 'report', id: request.id, report }, transferables(report));
      } catch (thrown) {
        scope.postMessage({ type: 'error', id: request.id, error: toPlain(thrown) });
      }
  }
}

scope.addEventListener('message', (event) => void answer(event.data));
scope.postMessage({ type: 'hello', build: __TEXTLENS_BUILD__ });
