/** The sentences in order, each as high as it is long: a chart that can be walked through. */

import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Report } from '../engine/types.ts';
import { messages } from '../messages.ts';
import { type Selection, sentencePick } from '../selection.ts';
import { eachSpan, lastAtMost } from '../text/spans.ts';
import type { PanelContext } from './context.ts';

const HEIGHT = 56;
/** More sentences than this share bars. */
const MOST_BARS = 240;

export function rhythm(context: PanelContext): TemplateResult | typeof nothing {
  const { report, selection } = context;
  const count = report.sentences.length / 3;
  if (count < 2) return nothing;
  const perBar = Math.ceil(count / MOST_BARS);
  const bars = Math.ceil(count / perBar);
  const longest = Math.max(report.statistics.sentenceLength.max, 1);
  const touched = touchedSentences(report, selection);
  const picked = selection?.kind === 'sentence' ? Number(selection.label) - 1 : -1;

  const go = (index: number) =>
    context.pick(sentencePick(report, Math.min(Math.max(index, 0), count - 1)));
  const onKey = (event: KeyboardEvent) => {
    const from = picked === -1 ? firstOf(touched) : picked;
    const target = keyTarget(event.key, from, count);
    if (target === null) return;
    event.preventDefault();
    event.stopPropagation();
    go(target);
  };
  const onClick = (event: MouseEvent) => {
    const chart = event.currentTarget as Element;
    const { left, width } = chart.getBoundingClientRect();
    go(Math.floor(((event.clientX - left) / width) * bars) * perBar);
  };
  return html`<figure class="chart" data-chart="rhythm">
    <figcaption>${messages.rhythmTitle}</figcaption>
    <div
      class="rhythm"
      role="slider"
      tabindex="0"
      aria-label=${messages.rhythmTitle}
      aria-description=${messages.rhythmHelp}
      aria-valuemin="0"
      aria-valuemax=${count}
      aria-valuenow=${picked + 1}
      aria-valuetext=${
        picked === -1
          ? messages.rhythmNone(count)
          : messages.sentence(picked, wordsIn(report, picked))
      }
      @keydown=${onKey}
      @click=${onClick}
    >
      <svg viewBox="0 0 ${bars} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
        ${Array.from({ length: bars }, (_, bar) => {
          const first = bar * perBar;
          const last = Math.min(first + perBar, count);
          const height = (mean(report, first, last) / longest) * HEIGHT;
          const state = `${stateOf(first, last, picked, touched)} ${hardness(report, first, last)}`;
          return svg`<rect class="column ${state}" x=${bar + 0.08} y=${HEIGHT - height} width="0.84" height=${height}></rect>`;
        })}
      </svg>
    </div>
    <div class="key" aria-hidden="true">
      <span class="hard">${messages.hard}</span><span class="very-hard">${messages.veryHard}</span>
    </div>
  </figure>`;
}

function keyTarget(key: string, from: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return from + 1;
    case 'ArrowLeft':
    case 'ArrowDown':
      return from - 1;
    case 'PageUp':
      return from + 10;
    case 'PageDown':
      return from - 10;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

function wordsIn({ sentences }: Report, index: number): number {
  return sentences[index * 3 + 2] ?? 0;
}

function mean(report: Report, first: number, last: number): number {
  let sum = 0;
  for (let index = first; index < last; index += 1) sum += wordsIn(report, index);
  return sum / Math.max(last - first, 1);
}

/** Indices of the sentences in which what is picked stands. */
function touchedSentences({ sentences }: Report, selection: Selection | null): Set<number> {
  const touched = new Set<number>();
  if (!selection || selection.kind === 'sentence') return touched;
  for (const { start } of eachSpan(selection.spans)) {
    touched.add(lastAtMost(sentences.length / 3, (at) => sentences[at * 3] ?? 0, start));
  }
  return touched;
}

function firstOf(touched: ReadonlySet<number>): number {
  for (const index of touched) return index - 1;
  return -1;
}

/** The class of the hardest sentence of a bar. */
function hardness({ difficulty }: Report, first: number, last: number): string {
  return (
    ['', 'hard', 'very-hard'][Math.max(0, ...difficulty.sentenceLevels.slice(first, last))] ?? ''
  );
}

function stateOf(
  first: number,
  last: number,
  picked: number,
  touched: ReadonlySet<number>,
): string {
  if (first <= picked && picked < last) return 'current';
  for (let index = first; index < last; index += 1) if (touched.has(index)) return 'touched';
  return '';
}
