/** What the numbers are, for readers who ask. */

import { expect, test, vi } from 'vitest';
import type { Definition } from '../engine/explore-types.ts';
import { definitions as inOneFile } from '../engine/no-explore.ts';
import { HelpTexts } from './help.ts';

/** Help that gets `list` at the first question. */
function helpWith(list: Definition[]) {
  const fetch = vi.fn(async () => new Map(list.map((found) => [found.id, found])));
  const help = new HelpTexts(fetch, vi.fn(), vi.fn()).help;
  return { fetch, help };
}

test('is fetched at the first question, once', async () => {
  const mattr = { id: 'mattr', unit: 'share', definition: 'A moving average.', source: '' };
  const { fetch, help } = helpWith([mattr]);
  expect(fetch).not.toHaveBeenCalled();
  help.toggle('mattr');
  expect([help.isOpen('mattr'), help.about('mattr')]).toEqual([true, null]);
  await vi.waitFor(() => expect(help.about('mattr')).toBe(mattr));
  help.toggle('mattr');
  expect(help.isOpen('mattr')).toBe(false);
  help.toggle('rix');
  expect(help.about('rix')).toBeNull();
  expect(fetch).toHaveBeenCalledOnce();
});

test('of the page in one file says that there is none', async () => {
  const { help } = helpWith(inOneFile());
  help.toggle('mattr');
  await vi.waitFor(() => expect(help.about('mattr')?.definition).toContain('one file'));
});
