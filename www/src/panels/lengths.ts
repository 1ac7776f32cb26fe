/** How long words, sentences and paragraphs are: the middle, the half around it, the longest. */

import { html, type TemplateResult } from 'lit';
import type { Distribution, Report } from '../engine/types.ts';
import { decimal, messages, number } from '../messages.ts';
import { type Pick, sentencePick } from '../selection.ts';
import type { PanelContext } from './context.ts';
import { histogram } from './histogram.ts';
import { numberRow } from './row.ts';

/** Distributions count only sentences that have a word; the list of the report has all. */
function longestSentence(report: Report): Pick | null {
  const { longest } = report.statistics.sentenceLength;
  let worded = -1;
  for (let index = 0; index * 3 < report.sentences.length; index += 1) {
    if ((report.sentences[index * 3 + 2] ?? 0) > 0) worded += 1;
    if (worded === longest) return sentencePick(report, index);
  }
  return null;
}

const middle = ({ lowerQuartile, upperQuartile }: Distribution): string =>
  messages.fromTo(lowerQuartile, upperQuartile);

export function lengths(context: PanelContext): TemplateResult {
  const { sentenceLength, wordLength, paragraphLength } = context.report.statistics;
  if (sentenceLength.count === 0) return html``;
  const longest = longestSentence(context.report);
  return html`<h3>${messages.lengthsName}</h3>
    <dl class="numbers">
      ${numberRow({ name: 'sentence-mean', label: messages.meanSentence, value: decimal(sentenceLength.mean) })}
      ${numberRow({ name: 'sentence-median', label: messages.medianSentence, value: decimal(sentenceLength.median) })}
      ${numberRow({ name: 'sentence-middle', label: messages.middleSentences, value: middle(sentenceLength) })}
      ${numberRow({
        name: 'sentence-longest',
        label: messages.longestSentence,
        value: longest
          ? html`<button
              type="button"
              class="place"
              title=${messages.showIt}
              @click=${() => context.pick(longest)}
            >
              ${number(sentenceLength.max)}
            </button>`
          : number(sentenceLength.max),
      })}
      ${numberRow({ name: 'word-mean', label: messages.wordLength, value: decimal(wordLength.mean) })}
      ${numberRow({ name: 'paragraph-mean', label: messages.paragraphLength, value: decimal(paragraphLength.mean) })}
    </dl>
    ${histogram(sentenceLength, { name: 'lengths', title: messages.lengthsTitle, unit: messages.words, bar: messages.histogramBar })}
    ${histogram(wordLength, { name: 'word-lengths', title: messages.wordLengthsTitle, unit: messages.letters, bar: messages.wordLengthBar })}`;
}
