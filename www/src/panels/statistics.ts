/** How hard the text is, how long its parts are, how varied its words, and the counts. */

import { html, type TemplateResult } from 'lit';
import type { Statistics } from '../engine/types.ts';
import { messages, number } from '../messages.ts';
import type { PanelContext } from './context.ts';
import { lengths } from './lengths.ts';
import { readability } from './readability.ts';
import { type NumberRow, numberRow } from './row.ts';
import { time, variety } from './variety.ts';

function counts(statistics: Statistics): NumberRow[] {
  const row = (name: string, label: string, value: number): NumberRow => ({
    name,
    label,
    value: number(value),
  });
  return [
    row('words', messages.words, statistics.words),
    row('unique-words', messages.uniqueWords, statistics.uniqueWords),
    row('sentences', messages.sentences, statistics.sentences),
    row('paragraphs', messages.paragraphs, statistics.paragraphs),
    row('characters', messages.characters, statistics.characters),
    row('characters-without-spaces', messages.withoutSpaces, statistics.charactersWithoutSpaces),
  ];
}

export function statistics(context: PanelContext): TemplateResult {
  const { statistics } = context.report;
  return html`${readability(context)}
    <h3>${messages.countsName}</h3>
    <dl class="numbers">${counts(statistics).map(numberRow)}</dl>
    ${time(statistics)} ${lengths(context)} ${variety(statistics)}`;
}
