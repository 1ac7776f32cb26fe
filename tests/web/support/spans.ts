/** What must hold for the spans and counts of any report, whatever its text. */

import type { ReportJson, Span } from './reports.ts';

/** @throws for the first span or count of a report in UTF-16 that is not true of its text. */
export function checkSpans(text: string, report: ReportJson): void {
  const { statistics, sentences, paragraphs, keywords, phrases, keyphrases, entities } = report;
  checkList(text, 'sentences', sentences);
  checkList(text, 'paragraphs', paragraphs);
  checkInside(sentences, paragraphs);
  // A line of dashes has its place but is no sentence to count; so with a paragraph of such lines.
  const worded = sentences.filter(({ words }) => words > 0);
  same('sentences', statistics.sentences, worded.length);
  const holding = paragraphs.filter(({ start, end }) => lastStart(worded, end) >= start);
  same('paragraphs', statistics.paragraphs, holding.length);
  same('words', statistics.words, sum(sentences.map(({ words }) => words)));
  same('characters', statistics.characters, countCharacters(text));

  let most = Number.POSITIVE_INFINITY;
  for (const { term, count, perThousand, forms, spans } of keywords) {
    const what = `keyword ${JSON.stringify(term)}`;
    checkList(text, what, spans);
    same(`${what}, count`, count, spans.length);
    same(`${what}, its first form`, forms[0]?.text, term);
    same(`${what}, perThousand`, perThousand, (count * 1000) / statistics.words);
    const found = new Map<string, number>();
    for (const { start, end } of spans) {
      const form = text.slice(start, end);
      found.set(form, (found.get(form) ?? 0) + 1);
    }
    for (const form of forms) same(`${what}, form ${form.text}`, found.get(form.text), form.count);
    same(`${what}, forms`, found.size, forms.length);
    if (count > most) throw new Error(`${what} comes after one that is less frequent`);
    most = count;
  }
  for (const { text: phrase, count, spans } of [...phrases, ...keyphrases]) {
    const what = `phrase ${JSON.stringify(phrase)}`;
    for (const span of spans) checkList(text, what, [span]);
    same(`${what}, count`, count, spans.length);
    // One that is read has the form it has most often, with no capital that only starts a sentence.
    const forms = spans.map((span) => onOneLine(slice(text, span)).toLowerCase());
    if (!forms.includes(onOneLine(phrase).toLowerCase())) {
      throw new Error(`${what} is not what stands there`);
    }
  }
  for (const { text: phrase, spans } of phrases) {
    const what = `phrase ${JSON.stringify(phrase)}`;
    same(`${what}, where it first stands`, onOneLine(slice(text, spans[0])), onOneLine(phrase));
  }
  for (const { name, count, mentions } of entities) {
    const what = `entity ${JSON.stringify(name)}`;
    if (name === '') throw new Error('an entity has no name');
    checkList(text, what, mentions);
    same(`${what}, count`, count, mentions.length);
    if (mentions.length === 0) throw new Error(`${what} stands nowhere`);
  }
  const mentions = entities.flatMap((entity) => entity.mentions);
  mentions.sort((a, b) => a.start - b.start);
  checkList(text, 'mentions of all entities', mentions);
}

/** Spans that are not empty, lie in the text, cut no character, are trimmed, in order and apart. */
function checkList(text: string, what: string, spans: readonly Span[]): void {
  let last = 0;
  for (const [at, { start, end }] of spans.entries()) {
    const fail = (why: string): never => {
      const shown = JSON.stringify(text.slice(start, end).slice(0, 60));
      throw new Error(`${what}: span ${at}, ${start}..${end} ${shown}, ${why}`);
    };
    if (!(start < end)) fail('is empty');
    if (end > text.length) fail(`goes beyond the end at ${text.length}`);
    if (start < last) fail(`begins before the last one ends at ${last}`);
    if (cutsPair(text, start) || cutsPair(text, end)) fail('cuts a surrogate pair');
    if (isSpace(text[start]) || isSpace(text[end - 1])) fail('begins or ends with white space');
    last = end;
  }
}

/** Every sentence lies in one paragraph. */
function checkInside(sentences: readonly Span[], paragraphs: readonly Span[]): void {
  let at = 0;
  for (const { start, end } of sentences) {
    while ((paragraphs[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at += 1;
    const paragraph = paragraphs[at];
    if (!paragraph || start < paragraph.start || end > paragraph.end) {
      throw new Error(`the sentence ${start}..${end} lies in no paragraph`);
    }
  }
}

/** Where the last span that starts before `offset` starts; -1 when there is none. */
function lastStart(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return spans[low - 1]?.start ?? -1;
}

function cutsPair(text: string, at: number): boolean {
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

const isSpace = (unit: string | undefined) => unit !== undefined && /\p{White_Space}/u.test(unit);

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

const slice = (text: string, span: Span | undefined) =>
  span ? text.slice(span.start, span.end) : '';

const onOneLine = (text: string) => text.replace(/\p{White_Space}+/gu, ' ');

function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

function same(what: string, found: unknown, expected: unknown): void {
  if (found !== expected) throw new Error(`${what}: ${found} is not ${expected}`);
}
