/**
 * The look of each type of entity: a hue at equal lightness and chroma, and an
 * underline as the second sign, for readers who cannot tell the hues apart.
 * `palette.test.ts` computes the contrasts and the distances.
 */

import type { EntityType } from '../engine/types.ts';

/** Types that share a hue. */
export type Family =
  | 'person'
  | 'place'
  | 'organisation'
  | 'nationality'
  | 'event'
  | 'work'
  | 'law'
  | 'date'
  | 'amount'
  | 'address';

export type LineStyle = 'solid' | 'double' | 'dotted' | 'dashed' | 'wavy';

export interface Look {
  readonly family: Family;
  readonly line: LineStyle;
  /** Thickness of the underline in CSS pixels. */
  readonly thickness: number;
}

/** Hue of each family, in degrees of OKLCH. */
export const HUES: Readonly<Record<Family, number>> = {
  event: 12,
  amount: 48,
  person: 80,
  date: 115,
  place: 150,
  work: 185,
  address: 220,
  organisation: 255,
  law: 290,
  nationality: 335,
};

export const LOOKS: Readonly<Record<EntityType, Look>> = {
  person: { family: 'person', line: 'solid', thickness: 2 },
  place: { family: 'place', line: 'dotted', thickness: 2 },
  organisation: { family: 'organisation', line: 'double', thickness: 1 },
  nationality: { family: 'nationality', line: 'dashed', thickness: 1 },
  event: { family: 'event', line: 'wavy', thickness: 1 },
  work: { family: 'work', line: 'solid', thickness: 1 },
  law: { family: 'law', line: 'solid', thickness: 1 },
  date: { family: 'date', line: 'dashed', thickness: 1 },
  time: { family: 'date', line: 'wavy', thickness: 1 },
  duration: { family: 'date', line: 'solid', thickness: 4 },
  money: { family: 'amount', line: 'double', thickness: 1 },
  percentage: { family: 'amount', line: 'dashed', thickness: 3 },
  quantity: { family: 'amount', line: 'dotted', thickness: 4 },
  ordinal: { family: 'amount', line: 'double', thickness: 3 },
  cardinal: { family: 'amount', line: 'wavy', thickness: 3 },
  url: { family: 'address', line: 'dotted', thickness: 2 },
  email: { family: 'address', line: 'wavy', thickness: 1 },
  handle: { family: 'address', line: 'dashed', thickness: 3 },
};

/** All types, in the order in which they are shown. */
export const TYPES = Object.keys(LOOKS) as EntityType[];

/** Types that are marked only when the reader asks: plain numbers would speckle the text. */
export const UNMARKED: readonly EntityType[] = ['duration', 'quantity', 'ordinal', 'cardinal'];

/** A colour as lightness (0 to 1), chroma and hue. */
export type Oklch = readonly [lightness: number, chroma: number, hue: number];

/** Lightness and chroma by theme; every hue shares them. */
export const TONES = {
  light: { background: [0.88, 0.058], line: [0.5, 0.115], ink: [0.22, 0.01, 60] },
  dark: { background: [0.375, 0.062], line: [0.76, 0.1], ink: [0.96, 0.006, 80] },
} as const;

export function background(family: Family, theme: 'light' | 'dark'): Oklch {
  return [...TONES[theme].background, HUES[family]];
}

export function line(family: Family, theme: 'light' | 'dark'): Oklch {
  return [...TONES[theme].line, HUES[family]];
}

export function cssColour([lightness, chroma, hue]: Oklch): string {
  return `oklch(${lightness} ${chroma} ${hue})`;
}

export const bothThemes = (colour: (theme: 'light' | 'dark') => Oklch): string =>
  `light-dark(${cssColour(colour('light'))}, ${cssColour(colour('dark'))})`;

/** `background-color` of a family, which a page may set by `--textlens-<family>`. */
export function backgroundValue(family: Family): string {
  return `var(--textlens-${family}, ${bothThemes((theme) => background(family, theme))})`;
}

/** Colour of the underline, which a page may set by `--textlens-<family>-line`. */
export function lineValue(family: Family): string {
  return `var(--textlens-${family}-line, ${bothThemes((theme) => line(family, theme))})`;
}

/** Colour of the text on an entity's background. */
export const INK_VALUE = `var(--textlens-entity-ink, ${bothThemes((theme) => TONES[theme].ink)})`;

/** What is picked: the one accent, and the place where the reader is. */
export const PICKED = {
  light: { background: [0.88, 0.085, 50], ink: [0.2, 0.02, 50] },
  dark: { background: [0.42, 0.095, 45], ink: [0.98, 0.01, 70] },
} as const satisfies Record<string, Record<string, Oklch>>;

export const CURRENT = {
  light: { background: [0.45, 0.15, 35], ink: [0.99, 0.005, 60] },
  dark: { background: [0.82, 0.115, 55], ink: [0.18, 0.02, 50] },
} as const satisfies Record<string, Record<string, Oklch>>;

/** The accent as a line or a text: also the colour of what is current. */
export const ACCENT_VALUE = `var(--textlens-accent, ${bothThemes((theme) => CURRENT[theme].background)})`;

/** An underline. WebKit knows no `text-decoration` of more than one value: each has its own property. */
export function underlineRule(style: LineStyle, thickness: number, colour: string): string {
  return (
    `text-decoration-line: underline; text-decoration-style: ${style}; ` +
    `text-decoration-thickness: ${thickness}px; text-decoration-color: ${colour};`
  );
}

export function pickedRule(look: typeof PICKED | typeof CURRENT): string {
  return `background-color: ${bothThemes((theme) => look[theme].background)}; color: ${bothThemes((theme) => look[theme].ink)};`;
}
