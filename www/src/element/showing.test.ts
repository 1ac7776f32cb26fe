import { beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyReport } from '../../test/reports.ts';
import { LensError } from '../engine/errors.ts';
import type { Options } from '../engine/types.ts';
import type { Analysed, AnalysisListener } from './analysis.ts';
import { Showing } from './showing.ts';

const gone = (where: string) => new LensError('not-found', `${where} is not there.`, where);

/** Does nothing but what the test says. */
class TestAnalysis {
  readonly asked: [text: string, options: Options][] = [];
  #listener: AnalysisListener | null = null;
  readonly cancel = vi.fn();
  run(text: string, options: Options, listener: AnalysisListener): void {
    this.asked.push([text, options]);
    this.#listener = listener;
  }
  /** Answers what was asked last. */
  report(what: Partial<Analysed> = {}): void {
    const text = this.asked.at(-1)?.[0] ?? '';
    this.#listener?.report({
      text,
      report: emptyReport(),
      namesPending: false,
      missing: [],
      engine: 'worker',
      ...what,
    });
  }
  fail(error: LensError): void {
    this.#listener?.problem(error);
  }
}

let analysis: TestAnalysis;
let showing: Showing;
const told = { changed: vi.fn(), shown: vi.fn(), report: vi.fn(), error: vi.fn() };
const errors = () => told.error.mock.calls.map(([error]) => error.where);
beforeEach(() => {
  vi.clearAllMocks();
  analysis = new TestAnalysis();
  showing = new Showing(analysis, told);
});

describe('a text', () => {
  test('is shown at first without, then with its report', () => {
    showing.take('one', {}, false);
    expect(showing).toMatchObject({ phase: 'loading', text: 'one', report: null });
    analysis.report();
    expect(showing).toMatchObject({ phase: 'ready', text: 'one', engine: 'worker' });
    expect(told.report).toHaveBeenCalledOnce();
  });

  test('that follows another changes together with its report, unless it is long or on the page', () => {
    showing.take('one', {}, false);
    analysis.report();
    showing.take('two', {}, false);
    expect(showing).toMatchObject({ phase: 'ready', text: 'one' });
    analysis.report();
    expect(showing.text).toBe('two');
    showing.take('three', {}, true);
    expect(showing).toMatchObject({ phase: 'loading', text: 'three', report: null });
    analysis.report();
    const long = 'a'.repeat(300_000);
    showing.take(long, {}, false);
    expect(showing).toMatchObject({ phase: 'loading', report: null });
  });

  test('without letters is empty', () => {
    showing.take(' \n', {}, false);
    expect(showing.phase).toBe('empty');
  });

  test('keeps its report while it is read anew', () => {
    for (const [text, inPlace] of [
      ['one', true],
      ['a'.repeat(300_000), false],
    ] as const) {
      showing.take(text, {}, inPlace);
      analysis.report();
      const { report } = showing;
      showing.take(text, { threshold: 0.5 }, inPlace);
      expect(showing).toMatchObject({ phase: 'ready', report });
    }
  });

  test('arrives once with its first entities', () => {
    const arriving = () => told.shown.mock.calls.map(([arriving]) => arriving);
    showing.take('one', {}, false);
    analysis.report({ namesPending: true });
    analysis.report();
    showing.take('two', {}, false);
    analysis.report();
    expect(arriving()).toEqual([false, false, true, false]);
  });
});

describe('options', () => {
  test('that come before the first report ask for another', () => {
    showing.take('one', {}, false);
    showing.ask({ threshold: 0.5 }, false);
    expect(analysis.asked).toEqual([
      ['one', {}],
      ['one', { threshold: 0.5 }],
    ]);
  });

  test('go with the text that is to come', () => {
    showing.take('one', {}, false);
    analysis.report();
    showing.take('two', {}, false);
    showing.ask({ threshold: 0.5 }, false);
    expect(analysis.asked.at(-1)).toEqual(['two', { threshold: 0.5 }]);
  });

  test('ask for nothing where there is no text', () => {
    showing.ask({}, false);
    showing.take('one', {}, false);
    showing.lose(gone('src'));
    showing.ask({}, false);
    expect(analysis.asked).toHaveLength(1);
  });
});

describe('what is wrong', () => {
  test('with the source goes with the next text', () => {
    showing.fail(gone('src'));
    expect(showing).toMatchObject({ phase: 'problem', problem: { where: 'src' } });
    showing.take('one', {}, false);
    expect(showing.problem).toBeNull();
  });

  test('with a pack is told once and said until it is there', () => {
    const missing = [gone('names')];
    for (const text of ['one', 'two']) {
      showing.take(text, {}, false);
      analysis.report({ missing });
      expect(showing.problem?.where).toBe('names');
    }
    showing.take('three', {}, false);
    expect(showing.problem?.where).toBe('names');
    analysis.report();
    expect(showing.problem).toBeNull();
    expect(errors()).toEqual(['names']);
  });

  test('with the core is told once, and again after a report', () => {
    for (const text of ['one', 'two']) {
      showing.take(text, {}, false);
      analysis.fail(gone('core'));
      expect(showing).toMatchObject({ phase: 'problem', problem: { where: 'core' } });
    }
    expect(errors()).toEqual(['core']);
    analysis.report();
    expect(showing.problem).toBeNull();
    analysis.fail(gone('core'));
    expect(errors()).toEqual(['core', 'core']);
  });

  test('leaves the report that there is', () => {
    showing.take('one', {}, false);
    analysis.report();
    showing.fail(gone('value'));
    expect(showing).toMatchObject({ phase: 'ready', text: 'one' });
    showing.lose(gone('src'));
    expect(showing).toMatchObject({ phase: 'problem', text: '', report: null });
    expect(analysis.cancel).toHaveBeenCalledOnce();
  });
});
