/** Reports for unit tests. */

import type { Distribution, Readability, Report } from '../src/engine/types.ts';

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

const missing = { value: null, missing: 'too-short' } as const;
const foreign = { value: null, missing: 'language' } as const;

/** No word, no value. */
function readability(): Readability {
  return {
    words: 0,
    sentences: 0,
    syllables: 0,
    letters: 0,
    characters: 0,
    monosyllables: 0,
    polysyllables: 0,
    wordsOfFourSyllables: 0,
    complexWords: 0,
    longWords: 0,
    consensus: { grade: missing, lowest: missing, highest: missing, formulas: 0 },
    fleschReadingEase: missing,
    fleschKincaidGrade: missing,
    gunningFog: missing,
    smog: missing,
    colemanLiau: missing,
    automatedReadability: missing,
    linsearWrite: missing,
    forcast: missing,
    lix: missing,
    rix: missing,
    amstad: foreign,
    wienerSachtext1: foreign,
    wienerSachtext2: foreign,
    wienerSachtext3: foreign,
    wienerSachtext4: foreign,
    fernandezHuerta: foreign,
    szigrisztPazos: foreign,
    gutierrezDePolini: foreign,
    crawford: foreign,
    kandelMoles: foreign,
    gulpease: foreign,
    fleschVacca: foreign,
    douma: foreign,
    brouwer: foreign,
    martins: foreign,
    oborneva: foreign,
    fogPl: foreign,
  };
}

/** The report of an empty text. */
export function emptyReport(): Report {
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
      readability: readability(),
      variety: {
        types: 0,
        typeTokenRatio: missing,
        mattr: missing,
        mtld: missing,
        hdD: missing,
        yuleK: missing,
        honoreR: missing,
        hapaxLegomena: 0,
        disLegomena: 0,
        lexicalDensity: missing,
      },
      readingTime: { seconds: 0, wordsPerMinute: 238, shortest: 0, longest: 0 },
      speakingTime: { seconds: 0, wordsPerMinute: 183, shortest: 0, longest: 0 },
    },
    difficulty: {
      measure: 'flesch-kincaid-grade',
      sentences: new Float64Array(),
      sentenceLevels: new Uint8Array(),
      paragraphs: new Float64Array(),
      paragraphLevels: new Uint8Array(),
    },
    sentences: new Uint32Array(),
    paragraphs: new Uint32Array(),
    keywords: [],
    phrases: [],
    keyphrases: [],
    entities: [],
    quotations: [],
    cooccurrence: [],
  };
}
