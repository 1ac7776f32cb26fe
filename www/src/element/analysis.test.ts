import { beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyReport } from '../../test/reports.ts';
import { LensError } from '../engine/errors.ts';
import { Pack } from '../engine/pack.ts';
import type { Session } from '../engine/session.ts';
import type { Engine, Options, Report } from '../engine/types.ts';
import { type Analysed, Analysis } from './analysis.ts';

const gone = (where: string) => new LensError('not-found', `${where} is not there.`, where);

/** A pack that arrives, or fails, when the test says so. */
class TestPack extends Pack {
  readonly settle: (error?: LensError) => Promise<unknown>;
  constructor() {
    let settle: (error?: LensError) => void = () => {};
    const loaded = new Promise<void>((resolve, reject) => {
      settle = (error) => (error ? reject(error) : resolve());
    });
    super(() => loaded);
    this.settle = (error) => {
      settle(error);
      return this.fetch();
    };
  }
}

class TestSession implements Session {
  words = new TestPack();
  readonly names = new TestPack();
  readonly languages = new TestPack();
  readonly german = new TestPack();
  readonly asked: string[] = [];
  /** The language of the texts; their words are known when their pack is there. */
  speaks = 'en';
  readonly engine = {
    place: 'thread',
    analyze: async (text: string, _options?: Options, _signal?: AbortSignal, known?: Report) => {
      this.asked.push(known ? `names of ${text}` : text);
      const german = this.speaks === 'de';
      const told = !german || this.languages.settled;
      const words = german ? this.german.settled : this.words.settled;
      const packs = told && words ? [{ name: 'x.words', version: '0', hash: '0' }] : [];
      return { ...emptyReport(), ...known, language: told ? this.speaks : 'und', packs };
    },
  } as unknown as Engine;
  language(tag: string): Pack | null {
    return tag === 'de' ? this.german : null;
  }
}

describe('one text', () => {
  let session: TestSession;
  let reports: Analysed[];
  let problems: LensError[];
  let analysis: Analysis;
  const run = async (text: string) => {
    analysis.run(
      text,
      {},
      {
        report: (result) => reports.push(result),
        problem: (error) => problems.push(error),
      },
    );
    await vi.waitFor(() => expect(reports.at(-1)).toMatchObject({ text, namesPending: false }));
  };
  beforeEach(async () => {
    session = new TestSession();
    reports = [];
    problems = [];
    analysis = new Analysis(async () => session);
    await session.words.settle();
  });

  test('is analysed and told once when all packs are there', async () => {
    await session.names.settle();
    await run('one');
    await run('two');
    expect(session.asked).toEqual(['one', 'two']);
    expect(reports.map(({ text }) => text)).toEqual(['one', 'two']);
    expect(problems).toEqual([]);
  });

  test('is told without names, and completed when they come', async () => {
    const running = run('one');
    await vi.waitFor(() => expect(reports).toHaveLength(1));
    expect(reports[0]?.namesPending).toBe(true);
    await session.names.settle();
    await running;
    expect(session.asked).toEqual(['one', 'names of one']);
    expect(reports).toHaveLength(2);
  });

  test('is told once without names that are known to be missing', async () => {
    await session.names.settle(gone('names'));
    await run('one');
    expect(session.asked).toEqual(['one']);
    expect(reports).toMatchObject([{ missing: [{ where: 'names' }] }]);
    expect(problems).toEqual([]);
  });

  test('says which packs it lacks as each is known to be missing', async () => {
    session.words = new TestPack();
    const running = run('one');
    await session.words.settle(gone('words'));
    await vi.waitFor(() => expect(reports).toHaveLength(1));
    await session.names.settle(gone('names'));
    await running;
    expect(reports.map(({ missing }) => missing.map(({ where }) => where))).toEqual([
      ['words'],
      ['words', 'names'],
    ]);
  });

  test('in another language is told as its packs arrive, and the next one once', async () => {
    await session.names.settle();
    session.speaks = 'de';
    const running = run('eins');
    await vi.waitFor(() => expect(reports).toHaveLength(1));
    await session.languages.settle();
    await vi.waitFor(() => expect(reports).toHaveLength(2));
    await session.german.settle();
    await running;
    expect(reports.map(({ report }) => [report.language, report.packs.length])).toEqual([
      ['und', 0],
      ['de', 0],
      ['de', 1],
    ]);
    await run('zwei');
    expect(session.asked).toEqual(['eins', 'eins', 'eins', 'zwei']);
    expect(reports).toHaveLength(4);
  });

  test('that cannot be told apart is analysed once when all packs are there', async () => {
    await Promise.all([session.names.settle(), session.languages.settle()]);
    session.speaks = 'und';
    await run('hm');
    expect(session.asked).toEqual(['hm']);
    expect(reports).toHaveLength(1);
  });

  test('is forgotten when another comes', async () => {
    await session.names.settle();
    analysis.run('old', {}, { report: (result) => reports.push(result), problem: () => {} });
    await run('new');
    expect(reports.map(({ text }) => text)).toEqual(['new']);
  });

  test('after a session that did not start is analysed in the next', async () => {
    await session.names.settle();
    const open = vi.fn().mockRejectedValueOnce(gone('core')).mockResolvedValue(session);
    analysis = new Analysis(open);
    analysis.run('one', {}, { report: () => {}, problem: (error) => problems.push(error) });
    await vi.waitFor(() => expect(problems).toMatchObject([{ where: 'core' }]));
    await run('two');
  });
});
