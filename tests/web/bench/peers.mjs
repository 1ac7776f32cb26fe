/** Other libraries, each with what it does of the same work. */

import { execFileSync } from 'node:child_process';
import compromise from 'compromise';
import keywordExtractor from 'keyword-extractor';
import { retext } from 'retext';
import retextKeywords from 'retext-keywords';
import retextPos from 'retext-pos';
import readability from 'text-readability';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

const wink = winkNLP(model);
const keywords = retext().use(retextPos).use(retextKeywords, { maximum: 20 }).freeze();

/** @typedef {{ name: string, run: (text: string) => unknown }} Run what is timed here */

/** @typedef {{ name: string, milliseconds: (text: string) => number }} Timed a program that times itself */

/** @type {readonly (Run | Timed)[]} */
export const PEERS = [
  {
    name: 'wink-nlp: sentences, tags, entities without names',
    run: (text) => wink.readDoc(text).entities().out(),
  },
  {
    name: 'compromise: people, places, organisations',
    run: (text) => compromise(text).topics().out('array'),
  },
  {
    name: 'text-readability: its six grades',
    run: (text) => [
      readability.fleschReadingEase(text),
      readability.fleschKincaidGrade(text),
      readability.gunningFog(text),
      readability.smogIndex(text),
      readability.colemanLiauIndex(text),
      readability.automatedReadabilityIndex(text),
    ],
  },
  {
    name: 'keyword-extractor: words without stop words',
    run: (text) => keywordExtractor.extract(text, { language: 'english', remove_duplicates: true }),
  },
  {
    name: 'retext-keywords: 20 words, 20 phrases',
    run: (text) => keywords.processSync(text).data,
  },
  {
    name: 'yake-rust, native (no wasm): 20 phrases',
    milliseconds: (text) => {
      const line = execFileSync(process.env.TEXTLENS_YAKE ?? '', { input: text, encoding: 'utf8' });
      return JSON.parse(line).milliseconds;
    },
  },
];
