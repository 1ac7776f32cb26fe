/**
 * How findings are marked: sentences by a wash, words by a line alone, so that
 * neither looks like an entity, which has both.
 */

import {
  bothThemes,
  cssColour,
  type LineStyle,
  type Oklch,
  underlineRule,
} from '../highlight/palette.ts';
import type { StyleKind } from './findings.ts';

/** Wash of a sentence: lighter than an entity's background, which is painted above it. */
export const WASHES: Readonly<Record<string, Record<'light' | 'dark', Oklch>>> = {
  'very-hard-sentence': { light: [0.905, 0.042, 25], dark: [0.33, 0.07, 22] },
  'hard-sentence': { light: [0.95, 0.045, 92], dark: [0.315, 0.045, 88] },
};

/** Hue and line of the words of a kind; kinds that mean the same share a hue. */
const LINES: Readonly<Record<StyleKind, readonly [hue: number, line: LineStyle, px: number]>> = {
  'very-hard-sentence': [30, 'solid', 2],
  'hard-sentence': [82, 'solid', 2],
  'passive-voice': [255, 'solid', 3],
  nominalisation: [255, 'dashed', 3],
  adverb: [305, 'solid', 3],
  intensifier: [305, 'dotted', 3],
  hedge: [305, 'dashed', 3],
  'repeated-word': [150, 'solid', 3],
  'repeated-opening': [150, 'dashed', 3],
  'doubled-word': [20, 'double', 3],
  'two-spellings': [20, 'wavy', 2],
};

/** Colour of a kind where it stands for itself: lines, charts, the strip. */
export function styleColour(kind: StyleKind): string {
  const [hue] = LINES[kind];
  const tone = (theme: 'light' | 'dark'): Oklch =>
    theme === 'light' ? [0.58, 0.16, hue] : [0.72, 0.13, hue];
  return `var(--textlens-${kind}-line, ${bothThemes(tone)})`;
}

/** Declarations of a kind, the same for a highlight and for a `<mark>`. */
export function styleRule(kind: StyleKind): string {
  const wash = WASHES[kind];
  if (wash) {
    return `background-color: var(--textlens-${kind}, light-dark(${cssColour(wash.light)}, ${cssColour(wash.dark)}));`;
  }
  const [, line, thickness] = LINES[kind];
  return underlineRule(line, thickness, styleColour(kind));
}
