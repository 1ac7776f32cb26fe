import { beforeEach, describe, expect, test, vi } from 'vitest';
import { builtInAssets } from '../../test/fake-assets.ts';
import { emptyReport } from '../../test/reports.ts';
import { NoWorkerError, type Port, WorkerEngine } from './client.ts';
import type { Reply, Request } from './protocol.ts';

/** A worker that does nothing but what the test says. */
class FakePort implements Port {
  readonly sent: Request[] = [];
  terminated = false;
  onmessage: ((event: MessageEvent<Reply>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;

  postMessage(message: Request): void {
    this.sent.push(message);
  }

  terminate(): void {
    this.terminated = true;
  }

  reply(data: Reply): void {
    this.onmessage?.(new MessageEvent('message', { data }));
  }

  /** Texts whose analysis was asked for. */
  get asked(): string[] {
    return this.sent.flatMap((message) => (message.type === 'analyze' ? [message.text] : []));
  }

  /** Answers the analysis that was asked for last. */
  answer(): void {
    const last = this.sent.findLast((message) => message.type === 'analyze');
    if (last?.type === 'analyze')
      this.reply({ type: 'report', id: last.id, report: emptyReport() });
  }
}

const assets = builtInAssets();

const unbroken = (): void => {
  throw new Error('The worker must not break down.');
};

async function started(broken = unbroken): Promise<{ port: FakePort; engine: WorkerEngine }> {
  const port = new FakePort();
  const starting = WorkerEngine.start(port, assets, broken);
  port.reply({ type: 'hello', build: assets.build });
  port.reply({ type: 'ready' });
  return { port, engine: await starting };
}

describe('starting', () => {
  test('after the hello the core is started', async () => {
    const { port, engine } = await started();
    expect(port.sent).toEqual([{ type: 'start', wasm: assets.wasm }]);
    expect(engine.place).toBe('worker');
  });

  test('a worker that says nothing is given up', async () => {
    vi.useFakeTimers();
    const port = new FakePort();
    const starting = WorkerEngine.start(port, assets, unbroken, 2000);
    const failed = expect(starting).rejects.toBeInstanceOf(NoWorkerError);
    await vi.advanceTimersByTimeAsync(2001);
    await failed;
    expect(port.terminated).toBe(true);
    vi.useRealTimers();
  });

  test('a slow core is waited for once the worker has said hello', async () => {
    vi.useFakeTimers();
    const port = new FakePort();
    const starting = WorkerEngine.start(port, assets, unbroken, 2000);
    port.reply({ type: 'hello', build: assets.build });
    await vi.advanceTimersByTimeAsync(60_000);
    port.reply({ type: 'ready' });
    await expect(starting).resolves.toBeInstanceOf(WorkerEngine);
    vi.useRealTimers();
  });

  test('a worker of another build is refused, with both ids', async () => {
    const port = new FakePort();
    const starting = WorkerEngine.start(port, assets, unbroken);
    port.reply({ type: 'hello', build: 'older' });
    await expect(starting).rejects.toMatchObject({
      code: 'build-mismatch',
      message: expect.stringMatching(/test-build.*older/),
    });
  });

  test('a core that fails in the worker says why, and is no reason for the other thread', async () => {
    const port = new FakePort();
    const starting = WorkerEngine.start(port, assets, unbroken);
    port.reply({ type: 'hello', build: assets.build });
    port.reply({
      type: 'failed',
      error: { code: 'not-found', message: 'The core is not there.', where: 'x' },
    });
    await expect(starting).rejects.toMatchObject({ code: 'not-found', where: 'x' });
    await expect(starting).rejects.not.toBeInstanceOf(NoWorkerError);
  });
});

describe('analysing', () => {
  let port: FakePort;
  let engine: WorkerEngine;
  beforeEach(async () => {
    ({ port, engine } = await started());
  });

  test('one analysis is under way at a time, in the order they were asked', async () => {
    const first = engine.analyze('one');
    const second = engine.analyze('two');
    expect(port.asked).toEqual(['one']);
    port.answer();
    await first;
    expect(port.asked).toEqual(['one', 'two']);
    port.answer();
    await second;
  });

  test('what is new completes what is known', async () => {
    const known = { ...emptyReport(), language: 'en', entities: [] };
    const report = engine.analyze('one', {}, undefined, known);
    expect(port.sent.at(-1)).toMatchObject({ type: 'analyze', known: true });
    const { id } = port.sent.at(-1) as { id: number };
    const packs = [{ name: 'en.names', version: '0', hash: '0'.repeat(16) }];
    port.reply({
      type: 'report',
      id,
      report: { packs, entities: [], quotations: [], cooccurrence: [] },
    });
    await expect(report).resolves.toEqual({ ...known, packs });
  });

  test('what is aborted while it waits never reaches the worker', async () => {
    const typing = ['a', 'ab', 'abc'].map((text) => {
      const controller = new AbortController();
      return { controller, report: engine.analyze(text, {}, controller.signal) };
    });
    const [under, waiting, newest] = typing;
    under?.controller.abort();
    waiting?.controller.abort();
    await expect(under?.report).rejects.toMatchObject({ name: 'AbortError' });
    await expect(waiting?.report).rejects.toMatchObject({ name: 'AbortError' });
    port.answer();
    expect(port.asked).toEqual(['a', 'abc']);
    port.answer();
    await expect(newest?.report).resolves.toMatchObject({ schema: 1 });
  });

  test('an answer to something else is nobody’s', async () => {
    const report = engine.analyze('one');
    port.reply({ type: 'report', id: 999, report: emptyReport() });
    port.answer();
    await expect(report).resolves.toBeDefined();
  });

  test('an error of the core keeps its code, and the next text is analysed', async () => {
    const failing = engine.analyze('one');
    const next = engine.analyze('two');
    const [, request] = port.sent;
    if (request?.type !== 'analyze') throw new Error('nothing was asked');
    port.reply({
      type: 'error',
      id: request.id,
      error: { code: 'too-long', message: 'The text is too long.', where: '' },
    });
    await expect(failing).rejects.toMatchObject({ code: 'too-long' });
    port.answer();
    await expect(next).resolves.toBeDefined();
  });

  test('a worker that stops is ended, and rejects what waits and what comes', async () => {
    const broken = vi.fn();
    const { port, engine } = await started(broken);
    const waiting = engine.analyze('one');
    const pack = engine.loadPack('names');
    port.onerror?.({ message: 'out of memory' } as ErrorEvent);
    await expect(waiting).rejects.toMatchObject({ code: 'worker' });
    await expect(pack).rejects.toMatchObject({ code: 'worker' });
    await expect(engine.analyze('two')).rejects.toMatchObject({ code: 'worker' });
    expect(port.terminated).toBe(true);
    expect(broken).toHaveBeenCalledOnce();
  });

  test('a pack does not wait for an analysis', async () => {
    const report = engine.analyze('one');
    const pack = engine.loadPack('names');
    const request = port.sent.at(-1);
    if (request?.type !== 'pack') throw new Error('no pack was asked for');
    const info = { name: 'en.names', version: '0', hash: '0' };
    port.reply({ type: 'pack', id: request.id, info });
    await expect(pack).resolves.toEqual(info);
    port.answer();
    await report;
  });
});
