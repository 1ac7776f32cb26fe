import { expect, test, vi } from 'vitest';
import { builtInAssets } from '../../test/fake-assets.ts';
import type { Assets } from './assets.ts';
import type { Reply, Request } from './protocol.ts';
import { sharedSession } from './session.ts';

/** A worker that starts, and has every pack. */
class ReadyWorker {
  onmessage: ((event: MessageEvent<Reply>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly terminate = vi.fn();
  constructor() {
    this.#reply({ type: 'hello', build: 'test-build' });
  }
  postMessage(request: Request): void {
    const info = { name: 'en.words', version: '0', hash: '0' };
    if (request.type === 'start') this.#reply({ type: 'ready' });
    if (request.type === 'pack') this.#reply({ type: 'pack', id: request.id, info });
  }
  #reply(data: Reply): void {
    setTimeout(() => this.onmessage?.(new MessageEvent('message', { data })));
  }
}

test('a session is shared until its worker breaks down', async () => {
  vi.spyOn(WebAssembly, 'validate').mockReturnValue(true);
  const workers: ReadyWorker[] = [];
  const assets: Assets = {
    ...builtInAssets(),
    startWorker: () => {
      const worker = new ReadyWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    },
  };
  const first = await sharedSession(assets);
  await expect(first.names.fetch()).resolves.toBeNull();
  expect(await sharedSession(assets)).toBe(first);
  workers[0]?.onerror?.({ message: 'out of memory' } as ErrorEvent);
  expect(workers[0]?.terminate).toHaveBeenCalledOnce();
  const second = await sharedSession(assets);
  expect(second).not.toBe(first);
  expect(await sharedSession(assets)).toBe(second);
  expect(workers).toHaveLength(2);
});
