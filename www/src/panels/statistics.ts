/** Counts, sentence lengths as a distribution and in order, and readability with its grounds. */

import { html, type TemplateResult } from 'lit';
import type { Statistics } from '../engine/types.ts';
import { decimal, messages, number } from '../messages.ts';
import type { PanelContext } from './context.ts';
import { histogram } from './histogram.ts';
import { readability } from './readability.ts';
import { rhythm } from './rhythm.ts';
import { variety } from './variety.ts';

function rows(statistics: Statistics): [name: string, label: string, value: string][] {
  const { sentenceLength, wordLength } = statistics;
  return [
    ['characters', messages.characters, number(statistics.characters)],
    [
      'characters-without-spaces',
      messages.withoutSpaces,
      number(statistics.charactersWithoutSpaces),
    ],
    ['words', messages.words, number(statistics.words)],
    ['unique-words', messages.uniqueWords, number(statistics.uniqueWords)],
    ['sentences', messages.sentences, number(statistics.sentences)],
    ['paragraphs', messages.paragraphs, number(statistics.paragraphs)],
    ['sentence-mean', messages.meanSentence, decimal(sentenceLength.mean)],
    ['sentence-median', messages.medianSentence, decimal(sentenceLength.median)],
    ['sentence-longest', messages.longestSentence, number(sentenceLength.max)],
    ['word-mean', messages.wordLength, decimal(wordLength.mean)],
  ];
}

export function statistics(context: PanelContext): TemplateResult {
  const { statistics } = context.report;
  return html`<dl class="numbers">
      ${rows(statistics).map(
        ([name, label, value]) =>
          html`<div data-statistic=${name}>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    ${rhythm(context)} ${histogram(context)} ${readability(context)} ${variety(statistics)}`;
}
