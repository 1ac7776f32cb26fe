/** The page's side of the worker: typed, one analysis under way at a time, the rest in a queue. */

import { type Assets, packSource } from './assets.ts';
import { fromPlain, LensError } from './errors.ts';
import { type Asker, RemoteExploration } from './exploration.ts';
import type { Definition, Exploration } from './explore-types.ts';
import type { Reply, Request } from './protocol.ts';
import type { Engine, Options, PackInfo, PackName, Report } from './types.ts';

/** What the client uses of a `Worker`; a test puts a fake in its place. */
export interface Port {
  postMessage(message: Request): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<Reply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** The worker never ran: a reason to work in this thread, unlike a core that is not found. */
export class NoWorkerError extends LensError {
  constructor(message: string) {
    super('worker', message);
  }
}

/** How long a worker may take to say that its script runs. */
const HELLO_WITHIN_MS = 4000;

interface Analysis {
  readonly text: string;
  readonly options: Options;
  readonly signal: AbortSignal | undefined;
  readonly known: Report | undefined;
  readonly resolve: (report: Report) => void;
  readonly reject: (reason: unknown) => void;
}

/** A request that is answered as soon as the worker can. */
interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

export class WorkerEngine implements Engine, Asker {
  readonly place = 'worker';
  readonly #port: Port;
  readonly #assets: Assets;
  readonly #waiting = new Map<number, Waiting>();
  #queue: Analysis[] = [];
  #underWay: { id: number; analysis: Analysis } | null = null;
  #lastId = 0;
  #broken: LensError | null = null;

  private constructor(port: Port, assets: Assets, broken: () => void) {
    this.#port = port;
    this.#assets = assets;
    port.onmessage = (event) => this.#receive(event.data);
    port.onerror = (event) => {
      port.terminate();
      this.#fail(new LensError('worker', `The worker stopped: ${event.message}`));
      broken();
    };
  }

  /**
   * Starts the core in a worker.
   * @param broken is called when the worker has broken down.
   * @throws NoWorkerError when the worker's script does not run; otherwise what kept the core from starting.
   */
  static async start(
    port: Port,
    assets: Assets,
    broken: () => void,
    helloWithin = HELLO_WITHIN_MS,
  ): Promise<WorkerEngine> {
    try {
      await handshake(port, assets, helloWithin);
    } catch (thrown) {
      port.terminate();
      throw thrown;
    }
    return new WorkerEngine(port, assets, broken);
  }

  analyze(
    text: string,
    options: Options = {},
    signal?: AbortSignal,
    known?: Report,
  ): Promise<Report> {
    return new Promise((resolve, reject) => {
      if (this.#broken) return reject(this.#broken);
      if (signal?.aborted) return reject(signal.reason);
      const analysis: Analysis = { text, options, signal, known, resolve, reject };
      signal?.addEventListener('abort', () => {
        this.#queue = this.#queue.filter((queued) => queued !== analysis);
        reject(signal.reason);
      });
      this.#queue.push(analysis);
      this.#next();
    });
  }

  async loadPack(name: PackName): Promise<PackInfo> {
    const source = packSource(this.#assets, name);
    const info = await this.#request((id) => ({ type: 'pack', id, source }));
    return info as PackInfo;
  }

  async explore(text: string, options: Options = {}): Promise<Exploration> {
    const { explore } = this.#assets;
    let handle = 0;
    await this.#request((id) => {
      handle = id;
      return { type: 'open', id, explore, text, options };
    });
    return new RemoteExploration(this, handle);
  }

  async definitions(): Promise<Definition[]> {
    const { explore } = this.#assets;
    return (await this.#request((id) => ({ type: 'define', id, explore }))) as Definition[];
  }

  ask(handle: number, name: string, input: readonly unknown[]): Promise<unknown> {
    return this.#request((id) => ({ type: 'ask', id, handle, name, input }));
  }

  letGo(handle: number): void {
    if (!this.#broken) this.#port.postMessage({ type: 'close', handle });
  }

  /** Sends what `message` makes of a fresh id, and waits for the answer to it. */
  #request(message: (id: number) => Request): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#broken) return reject(this.#broken);
      const id = ++this.#lastId;
      this.#waiting.set(id, { resolve, reject });
      this.#port.postMessage(message(id));
    });
  }

  /** Sends the oldest analysis that is still wanted, when none is under way. */
  #next(): void {
    if (this.#underWay) return;
    const analysis = this.#queue.shift();
    if (!analysis) return;
    const id = ++this.#lastId;
    this.#underWay = { id, analysis };
    const { text, options, known } = analysis;
    this.#port.postMessage({ type: 'analyze', id, text, options, known: !!known });
  }

  #receive(reply: Reply): void {
    switch (reply.type) {
      case 'report':
        this.#finish(reply.id, ({ known, resolve }) => {
          resolve({ ...known, ...reply.report } as Report);
        });
        break;
      case 'pack':
        this.#answer(reply.id, ({ resolve }) => resolve(reply.info));
        break;
      case 'answer':
        this.#answer(reply.id, ({ resolve }) => resolve(reply.value));
        break;
      case 'error': {
        const error = fromPlain(reply.error);
        this.#answer(reply.id, ({ reject }) => reject(error));
        this.#finish(reply.id, ({ reject }) => reject(error));
        break;
      }
      default: // The handshake is over; nothing waits for its messages.
    }
  }

  #answer(id: number, settle: (waiting: Waiting) => void): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (waiting) settle(waiting);
  }

  #finish(id: number, settle: (analysis: Analysis) => void): void {
    if (this.#underWay?.id !== id) return;
    const { analysis } = this.#underWay;
    this.#underWay = null;
    settle(analysis);
    this.#next();
  }

  #fail(error: LensError): void {
    this.#broken ??= error;
    for (const waiting of [this.#underWay?.analysis, ...this.#queue, ...this.#waiting.values()]) {
      waiting?.reject(error);
    }
    this.#underWay = null;
    this.#queue = [];
    this.#waiting.clear();
  }
}

/** Waits for the hello, compares builds, sends the core's source and waits until it runs. */
function handshake(port: Port, assets: Assets, helloWithin: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const silence = setTimeout(
      () => reject(new NoWorkerError(`The worker said nothing within ${helloWithin} ms.`)),
      helloWithin,
    );
    port.onerror = (event) => {
      clearTimeout(silence);
      event.preventDefault?.();
      reject(new NoWorkerError(`The worker could not start: ${event.message ?? 'refused'}`));
    };
    port.onmessage = ({ data }) => {
      clearTimeout(silence);
      switch (data.type) {
        case 'hello':
          if (data.build === assets.build) port.postMessage({ type: 'start', wasm: assets.wasm });
          else reject(mismatch(assets.build, data.build));
          break;
        case 'ready':
          resolve();
          break;
        case 'failed':
          reject(fromPlain(data.error));
          break;
        default:
          reject(new LensError('worker', `The worker sent "${data.type}" before it was ready.`));
      }
    };
  });
}

function mismatch(page: string, worker: string): LensError {
  return new LensError(
    'build-mismatch',
    `The page is of build ${page}, its worker of build ${worker}: reload the page to get both anew.`,
  );
}
