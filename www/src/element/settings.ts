/** What the attributes of the element say: lists of words, the reader's knowledge, the panel. */

import type { EntityType, Options } from '../engine/types.ts';
import { TYPES, UNMARKED } from '../highlight/palette.ts';
import { entries, parseNames } from '../names/own.ts';
import { type Knowledge, PANELS, type PanelName } from '../panels/context.ts';
import { STYLE_KINDS, type StyleKind } from '../style/findings.ts';

/** The attributes that the analysis depends on besides the text. */
export const OPTIONS = [
  'lang',
  'names',
  'exclude',
  'threshold',
  'referenceDate',
  'stopWords',
] as const;

/** What the element says of the analysis by attributes that no panel changes. */
interface Settings {
  readonly lang: string;
  readonly referenceDate: string | null;
  readonly stopWords: string | null;
}

/** What the analysis is asked for. */
export function analysisOptions(lens: Knowledge & Settings): Options {
  const threshold = Math.min(Math.max(lens.threshold || 0, 0), 1);
  const [own, exclude] = [parseNames(lens.names, TYPES), entries(lens.exclude)];
  const stopWords = (lens.stopWords ?? '').split(/\s+/).filter(Boolean);
  return {
    ...(lens.lang ? { language: lens.lang } : {}),
    ...(own.length > 0 ? { entities: own } : {}),
    ...(exclude.length > 0 ? { exclude } : {}),
    ...(threshold > 0 ? { threshold } : {}),
    ...(lens.referenceDate ? { referenceDate: lens.referenceDate } : {}),
    ...(stopWords.length > 0 ? { stopWords } : {}),
  };
}

/** The types that `hide` switches off. */
export function hiddenTypes(hide: string | null): ReadonlySet<EntityType> {
  return hide === null ? new Set(UNMARKED) : parseWords(hide, TYPES);
}

/** The kinds of findings that `marks` switches on. */
export function markedKinds(marks: string | null): ReadonlySet<StyleKind> {
  return parseWords(marks, STYLE_KINDS);
}

/** The panel that `open` names. */
export function openPanel(open: string | null): PanelName | null {
  return PANELS.find((panel) => panel === open) ?? null;
}

/** The list with a word added or taken out. */
export function toggleWord(words: ReadonlySet<string>, word: string): string {
  return [...toggled(words, word)].join(' ');
}

/** The set with a member added or taken out. */
export function toggled<T>(set: ReadonlySet<T>, member: T): ReadonlySet<T> {
  const copy = new Set(set);
  if (!copy.delete(member)) copy.add(member);
  return copy;
}

/** Reads a list of words, keeping those that are known. */
function parseWords<Word extends string>(
  attribute: string | null,
  known: readonly Word[],
): ReadonlySet<Word> {
  const given = new Set((attribute ?? '').trim().toLowerCase().split(/\s+/));
  return new Set(known.filter((word) => given.has(word)));
}
