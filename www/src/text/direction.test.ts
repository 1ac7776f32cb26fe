import { expect, test } from 'vitest';
import { directionOf } from './direction.ts';

test.each([
  ['English', 'The bridge.', 'ltr'],
  ['no letters', '1, 2, 3', 'ltr'],
  ['Arabic', 'افتُتِحَ الجسر', 'rtl'],
  ['Persian', 'پل باز شد', 'rtl'],
  ['Hebrew that begins with a Latin name', 'BBC: הגשר נפתח ביום שישי', 'rtl'],
  ['English with a Hebrew name', 'The bridge is called הגשר in Hebrew.', 'ltr'],
] as const)('%s', (_, text, direction) => {
  expect(directionOf(text)).toBe(direction);
});
