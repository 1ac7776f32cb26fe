/** The text in four numbers. */

import { html, nothing, type TemplateResult } from 'lit';
import { counted, gradeMeaning, messages, number, readingTime } from '../messages.ts';
import type { PanelContext } from './context.ts';

function figure(name: string, value: string, label: string): TemplateResult {
  return html`<div class="figure" data-figure=${name}>
    <dd>${value}</dd>
    <dt>${label}</dt>
  </div>`;
}

export function overview({ report }: PanelContext): TemplateResult {
  const { words, sentences, readability, readingTime: reading } = report.statistics;
  const grade = readability.consensus.grade.value ?? readability.fleschKincaidGrade.value;
  return html`<dl class="figures">
    ${figure('words', number(words), counted(words, 'word').replace(/^\S+ /, ''))}
    ${figure('sentences', number(sentences), counted(sentences, 'sentence').replace(/^\S+ /, ''))}
    ${figure('reading-time', readingTime(reading.seconds), messages.minutes)}
    ${
      grade === null
        ? nothing
        : figure('grade', `grade ${number(Math.max(grade, 0))}`, gradeMeaning(grade))
    }
  </dl>`;
}
