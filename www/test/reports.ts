/** Reports for unit tests. */

import type { Distribution, Report } from '../src/engine/types.ts';

const none: Distribution = {
  count: 0,
  min: 0,
  lowerQuartile: 0,
  median: 0,
  upperQuartile: 0,
  max: 0,
  mean: 0,
  deviation: 0,
  longest: 0,
  histogram: [],
  binWidth: 1,
};

/** The report of an empty text. */
export function emptyReport(): Report {
  const missing = { value: null, missing: 'too-short' } as const;
  return {
    schema: 1,
    language: 'und',
    offsets: 'utf16',
    packs: [],
    statistics: {
      characters: 0,
      charactersWithoutSpaces: 0,
      graphemes: 0,
      words: 0,
      uniqueWords: 0,
      sentences: 0,
      paragraphs: 0,
      sentenceLength: none,
      wordLength: none,
      paragraphLength: none,
      readability: {
        words: 0,
        sentences: 0,
        syllables: 0,
        fleschReadingEase: missing,
        fleschKincaidGrade: missing,
      },
      readingTime: { seconds: 0, wordsPerMinute: 238 },
    },
    sentences: new Uint32Array(),
    paragraphs: new Uint32Array(),
    keywords: [],
    phrases: [],
    keyphrases: [],
    entities: [],
  };
}
