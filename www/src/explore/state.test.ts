import { beforeEach, describe, expect, test } from 'vitest';
import { emptyReport } from '../../test/reports.ts';
import { LensError } from '../engine/errors.ts';
import type { Exploration } from '../engine/explore-types.ts';
import { Explore, type Texts } from './state.ts';

/** A question that waits for the test to answer it. */
interface Question {
  readonly text: string;
  readonly name: string;
  answer(value: unknown): void;
  refuse(error: Error): void;
}

/** A core that holds texts and answers when the test says. */
class FakeTexts implements Texts {
  readonly opened: string[] = [];
  readonly closed: string[] = [];
  questions: Question[] = [];

  async open(text: string): Promise<Exploration> {
    this.opened.push(text);
    const wait = (name: string, ..._input: readonly unknown[]) =>
      new Promise<never>((resolve, reject) => {
        const answer = resolve as (value: unknown) => void;
        this.questions.push({ text, name, answer, refuse: reject });
      });
    return {
      ask: wait,
      compare: () => wait('compare'),
      compareEntities: async () => [],
      close: () => this.closed.push(text),
    };
  }

  async read() {
    return emptyReport();
  }

  /** Answers what waits, by the name of the question. */
  answer(name: string, value: unknown): void {
    for (const question of this.questions) if (question.name === name) question.answer(value);
    this.questions = this.questions.filter((question) => question.name !== name);
  }
}

/** Lets everything that is settled be taken. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

const english = { language: 'en', packs: [{ name: 'en.words', version: '0', hash: 'a' }] };

describe('what is asked of a text', () => {
  let texts: FakeTexts;
  let explore: Explore;
  beforeEach(() => {
    texts = new FakeTexts();
    explore = new Explore(texts, () => {});
    explore.show('old', english);
  });

  const answerSearch = (place: number) => {
    texts.answer('find', Uint32Array.of(place, place + 1));
    for (const name of ['concordance', 'dispersion', 'collocations', 'graph']) {
      texts.answer(name, []);
    }
  };

  test('is not shown of the next one', async () => {
    void explore.summarise(true);
    void explore.compareWith('second', emptyReport());
    await settled();
    explore.show('new', english);
    texts.answer('summary', [{ sentence: 0 }]);
    texts.answer('compare', {});
    await settled();
    expect(explore.summary).toBeNull();
    expect(explore.comparison).toBeNull();
    expect(explore.problem).toBeNull();
  });

  test('is asked anew of the next one: the search, and the summary while it is looked at', async () => {
    void explore.search('bridge');
    void explore.summarise(true);
    await settled();
    answerSearch(1);
    texts.answer('summary', [{ sentence: 1 }]);
    await settled();
    expect(explore.found?.spans[0]).toBe(1);
    expect(explore.summary).toEqual([{ sentence: 1 }]);

    explore.show('new', english);
    await settled();
    expect(texts.questions.map(({ text, name }) => `${text} ${name}`)).toEqual(
      expect.arrayContaining(['new find', 'new summary']),
    );
    answerSearch(2);
    texts.answer('summary', [{ sentence: 2 }]);
    await settled();
    expect(explore.found?.spans[0]).toBe(2);
    expect(explore.summary).toEqual([{ sentence: 2 }]);

    void explore.summarise(false);
    explore.show('newest', english);
    await settled();
    expect(texts.questions.map(({ name }) => name)).not.toContain('summary');
  });

  test('is asked anew of the same text in another language, or when its words have come', async () => {
    void explore.search('bridge');
    explore.show('old', { ...english, language: 'de' });
    const words = { name: 'de.words', version: '0', hash: 'b' };
    explore.show('old', { language: 'de', packs: [words] });
    const names = { name: 'en.names', version: '0', hash: 'c' };
    explore.show('old', { language: 'de', packs: [words, names] });
    await settled();
    expect(texts.opened).toHaveLength(3);
    expect(texts.closed).toHaveLength(2);
  });

  test('is no answer after the text was let go, which the core then forgets', async () => {
    void explore.search('bridge');
    await settled();
    explore.release();
    for (const { refuse } of texts.questions) refuse(new LensError('internal', 'let go'));
    await settled();
    expect(texts.closed).toEqual(['old']);
    expect(explore.problem).toBeNull();
  });

  test('one question that has no answer takes nothing away from another', async () => {
    void explore.search('/(/');
    void explore.summarise(true);
    await settled();
    for (const { name, refuse } of texts.questions) {
      if (name !== 'summary') refuse(new LensError('bad-query', 'unclosed'));
    }
    texts.answer('summary', [{ sentence: 1 }]);
    await settled();
    expect(explore.problem).toBe('unclosed');
    expect(explore.summary).toEqual([{ sentence: 1 }]);
    expect(texts.closed).toEqual([]);
  });

  test('a text whose core has failed is let go and opened anew', async () => {
    void explore.search('bridge');
    await settled();
    for (const { refuse } of texts.questions) refuse(new LensError('internal', 'failed'));
    await settled();
    expect(explore.problem).toBe('failed');
    expect(texts.closed).toEqual(['old']);
    void explore.search('river');
    expect(texts.opened).toEqual(['old', 'old']);
  });
});
