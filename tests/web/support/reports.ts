/** The report in its JSON form, made from the JavaScript form, and its spans. */

import type { Report } from './core.ts';

export interface Span {
  start: number;
  end: number;
}

type WithSpans<T, Field extends string> = Omit<T, Field> & Record<Field, Span[]>;

type DifficultyJson = Pick<Report['difficulty'], 'measure' | 'missing'> &
  Record<Exclude<keyof Report['difficulty'], 'measure' | 'missing'>, number[]>;

interface StyleJson extends Pick<Report['style'], 'longest'> {
  sentenceTypes: number[];
  openings: WithSpans<Report['style']['openings'][number], 'spans'>[];
  notes: WithSpans<Report['style']['notes'][number], 'spans'>[];
  spellings: WithSpans<Report['style']['spellings'][number], 'spans'>[];
}

/** What the JSON of a report holds. */
export interface ReportJson
  extends Omit<
    Report,
    | 'offsets'
    | 'difficulty'
    | 'style'
    | 'sentences'
    | 'paragraphs'
    | 'keywords'
    | 'phrases'
    | 'keyphrases'
    | 'entities'
    | 'quotations'
  > {
  difficulty: DifficultyJson;
  style: StyleJson;
  offsets: 'utf16' | 'utf8' | 'codepoints';
  sentences: (Span & { words: number })[];
  paragraphs: Span[];
  keywords: WithSpans<Report['keywords'][number], 'spans'>[];
  phrases: WithSpans<Report['phrases'][number], 'spans'>[];
  keyphrases: WithSpans<Report['keyphrases'][number], 'spans'>[];
  entities: (Omit<WithSpans<Report['entities'][number], 'mentions'>, 'confidences'> & {
    confidences: number[];
  })[];
  quotations: WithSpans<Report['quotations'][number], 'spans'>[];
}

export const parseReport = (json: string): ReportJson => JSON.parse(json) as ReportJson;

/** The spans of a flat list, as objects. */
export function spansOf(flat: Uint32Array): Span[] {
  return Array.from({ length: flat.length / 2 }, (_, at) => ({
    start: flat[at * 2] ?? Number.NaN,
    end: flat[at * 2 + 1] ?? Number.NaN,
  }));
}

/** A report with its typed arrays expanded to what the JSON holds; everything else as it is. */
export function expanded(report: Report): ReportJson {
  const { sentences, difficulty, style } = report;
  const plain = <T extends { spans: Uint32Array }>(item: T) => ({
    ...item,
    spans: spansOf(item.spans),
  });
  return {
    ...report,
    difficulty: {
      measure: difficulty.measure,
      missing: difficulty.missing,
      sentences: [...difficulty.sentences],
      sentenceLevels: [...difficulty.sentenceLevels],
      paragraphs: [...difficulty.paragraphs],
      paragraphLevels: [...difficulty.paragraphLevels],
    },
    style: {
      sentenceTypes: [...style.sentenceTypes],
      openings: style.openings.map(plain),
      longest: style.longest,
      notes: style.notes.map(plain),
      spellings: style.spellings.map(plain),
    },
    sentences: Array.from({ length: sentences.length / 3 }, (_, at) => ({
      start: sentences[at * 3] ?? Number.NaN,
      end: sentences[at * 3 + 1] ?? Number.NaN,
      words: sentences[at * 3 + 2] ?? Number.NaN,
    })),
    paragraphs: spansOf(report.paragraphs),
    keywords: report.keywords.map((keyword) => ({ ...keyword, spans: spansOf(keyword.spans) })),
    phrases: report.phrases.map((phrase) => ({ ...phrase, spans: spansOf(phrase.spans) })),
    keyphrases: report.keyphrases.map((phrase) => ({ ...phrase, spans: spansOf(phrase.spans) })),
    entities: report.entities.map((entity) => ({
      ...entity,
      mentions: spansOf(entity.mentions),
      confidences: [...entity.confidences],
    })),
    quotations: report.quotations.map(plain),
  };
}

/** The report with every span translated. */
export function translated(
  report: ReportJson,
  offsets: ReportJson['offsets'],
  translate: (offset: number) => number,
): ReportJson {
  const move = <T extends Span>(span: T): T => ({
    ...span,
    start: translate(span.start),
    end: translate(span.end),
  });
  const moved = <T extends { spans: Span[] }>(item: T): T => ({
    ...item,
    spans: item.spans.map(move),
  });
  const { sentenceTypes, openings, longest, notes, spellings } = report.style;
  return {
    ...report,
    offsets,
    style: {
      sentenceTypes,
      openings: openings.map(moved),
      longest: {
        word: move(longest.word),
        sentence: move(longest.sentence),
        paragraph: move(longest.paragraph),
      },
      notes: notes.map(moved),
      spellings: spellings.map(moved),
    },
    sentences: report.sentences.map(move),
    paragraphs: report.paragraphs.map(move),
    keywords: report.keywords.map((keyword) => ({ ...keyword, spans: keyword.spans.map(move) })),
    phrases: report.phrases.map((phrase) => ({ ...phrase, spans: phrase.spans.map(move) })),
    keyphrases: report.keyphrases.map((phrase) => ({ ...phrase, spans: phrase.spans.map(move) })),
    entities: report.entities.map((entity) => ({
      ...entity,
      mentions: entity.mentions.map(move),
    })),
    quotations: report.quotations.map((quotation) => ({
      ...moved(quotation),
      cue: quotation.cue && move(quotation.cue),
    })),
  };
}

/** Where two strings part, with a little of what stands around; `null` when they are the same. */
export function firstDifference(left: string, right: string): string | null {
  if (left === right) return null;
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  const around = (text: string) => JSON.stringify(text.slice(Math.max(at - 60, 0), at + 60));
  return `at ${at}: ${around(left)} against ${around(right)}`;
}
