/** How hard the text is, how long its parts are, how varied its words, and the counts. */

import { html, type TemplateResult } from 'lit';
import type { Statistics } from '../engine/types.ts';
import { messages, number } from '../messages.ts';
import type { PanelContext } from './context.ts';
import { lengths } from './lengths.ts';
import { readability } from './readability.ts';
import { type NumberRow, numberRow } from './row.ts';
import { punctuation, time, variety, vocabulary } from './variety.ts';

type CountName =
  | 'words'
  | 'uniqueWords'
  | 'sentences'
  | 'paragraphs'
  | 'characters'
  | 'charactersWithoutSpaces';

function counts(statistics: Statistics): NumberRow[] {
  const row = (name: string, label: string, id: CountName): NumberRow => ({
    name,
    label,
    value: number(statistics[id]),
    about: id,
  });
  return [
    row('words', messages.words, 'words'),
    row('unique-words', messages.uniqueWords, 'uniqueWords'),
    row('sentences', messages.sentences, 'sentences'),
    row('paragraphs', messages.paragraphs, 'paragraphs'),
    row('characters', messages.characters, 'characters'),
    row('characters-without-spaces', messages.withoutSpaces, 'charactersWithoutSpaces'),
  ];
}

export function statistics(context: PanelContext): TemplateResult {
  const { statistics } = context.report;
  return html`${readability(context)}
    <h3>${messages.countsName}</h3>
    <dl class="numbers">${counts(statistics).map((row) => numberRow(context, row))}</dl>
    ${punctuation(context)} ${time(context)} ${lengths(context)} ${variety(context)}
    ${vocabulary(context)}`;
}
