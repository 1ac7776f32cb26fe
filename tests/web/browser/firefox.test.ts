/** The same page in Firefox: numbers, marks, selection, typing, and nothing said. */

import { expect, test } from 'vitest';
import { seed } from '../support/core.ts';
import { siteAddress } from '../support/project.ts';
import type { LensEvent } from './in-page.ts';
import { firefoxForAll } from './launch.ts';
import {
  entityLayers,
  eventually,
  type FirefoxVisit,
  holdsReportOf,
  nativeReport,
  paintedLayers,
  visitInFirefox,
} from './visit.ts';

const browser = firefoxForAll();
const article = seed();

test('Firefox shows, marks and selects as Chromium does, without a word', async () => {
  const look = async ({ page, said, asked }: FirefoxVisit) => {
    await holdsReportOf(page, article);

    const text = (selector: string) =>
      page.$eval(`text-lens >>> ${selector}`, (element) => element.textContent?.trim());
    await eventually(() => text('[data-statistic="words"] dd')).toBe('565');
    expect(await text('[data-statistic="sentences"] dd')).toBe('21');
    expect(await text('[data-statistic="paragraphs"] dd')).toBe('18');
    await eventually(() => paintedLayers(page)).toEqual(entityLayers(article));

    const [keyword] = nativeReport(article).keywords;
    if (!keyword) throw new Error('The article has no keyword.');
    await page.locator(`text-lens >>> [data-keyword="${keyword.term}"]`).click();
    const places = keyword.spans.map(({ start, end }) => article.slice(start, end));
    await eventually(async () => (await paintedLayers(page)).picked).toEqual([...places].sort());
    await page.keyboard.press('Escape');
    await eventually(() => paintedLayers(page)).toEqual(entityLayers(article));
    const events: LensEvent[] = await page.evaluate(() => seen.events);
    expect(events.filter(({ type }) => type === 'text-lens-select')).toMatchObject([
      { code: 'keyword', text: keyword.term },
      { code: 'none' },
    ]);

    const typed = 'Kim met the mayor of Paris.';
    await page.locator('[data-action="write"]').click();
    await page.locator('#text').fill(typed);
    await holdsReportOf(page, typed);

    expect(said).toEqual([]);
    expect(await page.evaluate(() => seen.violations)).toEqual([]);
    // Firefox's own style sheet has a font at a `data:` address; the page's policy allows it none.
    const fromElsewhere = asked.filter(
      (address) => !address.startsWith(siteAddress()) && !address.startsWith('data:font/'),
    );
    expect(fromElsewhere).toEqual([]);
    expect(asked.length).toBeGreaterThan(3);
    expect(await page.cookies()).toEqual([]);
  };
  await visitInFirefox(browser(), siteAddress(), look, { width: 1280, height: 800 });
});
