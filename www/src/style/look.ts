/**
 * How findings are marked: sentences by a wash, words by a line alone, so that
 * neither looks like an entity, which has both.
 */

import { bothThemes, type Oklch } from '../highlight/palette.ts';
import type { StyleKind } from './findings.ts';

/** Wash of a sentence: lighter than an entity's background, which is painted above it. */
export const WASHES = {
  'very-hard': { light: [0.905, 0.042, 25], dark: [0.33, 0.07, 22] },
  hard: { light: [0.95, 0.045, 92], dark: [0.315, 0.045, 88] },
} as const satisfies Record<string, Record<'light' | 'dark', Oklch>>;

/** Declarations of a kind, the same for a highlight and for a `<mark>`. */
export function styleRule(kind: StyleKind): string {
  return `background-color: var(--textlens-${kind}, ${bothThemes((theme) => WASHES[kind][theme])});`;
}

/** Colour of a kind where it stands for itself, in charts and strips. */
export function styleColour(kind: StyleKind): string {
  return `var(--_${kind})`;
}
