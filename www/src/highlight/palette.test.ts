import { describe, expect, test } from 'vitest';
import { contrast, distance, inGamut, type Vision } from '../../test/colour.ts';
import { WASHES } from '../style/look.ts';
import { background, CURRENT, HUES, LOOKS, line, PICKED, TONES, TYPES } from './palette.ts';

const THEMES = ['light', 'dark'] as const;
const FAMILIES = Object.keys(HUES) as (keyof typeof HUES)[];
const VISIONS: Vision[] = ['protanopia', 'deuteranopia', 'tritanopia'];

/** Two backgrounds closer than this in OKLab are not told apart at a glance. */
const APART = 0.03;

const pairs = TYPES.flatMap((one, at) => TYPES.slice(at + 1).map((other) => [one, other] as const));

describe.each(THEMES)('in the %s theme', (theme) => {
  test.each(FAMILIES)(
    'text on %s has a contrast of 7 or more, and the colour exists in sRGB',
    (family) => {
      expect(contrast(TONES[theme].ink, background(family, theme))).toBeGreaterThanOrEqual(7);
      expect(inGamut(background(family, theme))).toBe(true);
    },
  );

  test.each(FAMILIES)('the underline of %s stands out from its background', (family) => {
    expect(contrast(line(family, theme), background(family, theme))).toBeGreaterThanOrEqual(3);
  });

  test('text that is picked has a contrast of 7 or more', () => {
    for (const look of [PICKED[theme], CURRENT[theme]]) {
      expect(contrast(look.ink, look.background)).toBeGreaterThanOrEqual(7);
    }
  });

  test('sentences that are washed have a contrast of 7 or more', () => {
    for (const wash of Object.values(WASHES)) {
      expect(contrast(TONES[theme].ink, wash[theme])).toBeGreaterThanOrEqual(7);
      expect(inGamut(wash[theme])).toBe(true);
    }
  });

  test('families are told apart by hue', () => {
    for (const [at, one] of FAMILIES.entries()) {
      for (const other of FAMILIES.slice(at + 1)) {
        const apart = distance(background(one, theme), background(other, theme), 'normal');
        expect(apart, `${one} and ${other}`).toBeGreaterThan(APART);
      }
    }
  });

  test.each(VISIONS)('with %s, types that look alike have another underline', (vision) => {
    for (const [one, other] of pairs) {
      const [first, second] = [LOOKS[one], LOOKS[other]];
      const apart = distance(
        background(first.family, theme),
        background(second.family, theme),
        vision,
      );
      const sameLine =
        first.line === second.line && Math.abs(first.thickness - second.thickness) < 2;
      expect(apart > APART || !sameLine, `${one} and ${other}: ${apart}`).toBe(true);
    }
  });
});

test('the types that occur most have an underline of their own each', () => {
  const lines = (['person', 'place', 'organisation', 'nationality', 'event'] as const).map(
    (type) => LOOKS[type].line,
  );
  expect(new Set(lines).size).toBe(lines.length);
});
