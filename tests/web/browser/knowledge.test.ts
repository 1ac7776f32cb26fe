/** What the reader knows better, and who is quoted: both in the panel of entities. */

import { describe, expect, test } from 'vitest';
import { seed } from '../support/core.ts';
import { siteAddress } from '../support/project.ts';
import { chromiumForAll } from './launch.ts';
import {
  eventually,
  holdsReportOf,
  nativeReport,
  paintedLayers,
  type Visit,
  visit,
} from './visit.ts';

const browser = chromiumForAll();
const article = seed();

/** Opens the page and waits for its entities. */
const withArticle = (act: (visited: Visit) => Promise<void>) =>
  visit(browser(), siteAddress(), async (visited) => {
    await holdsReportOf(visited.page, article);
    await act(visited);
    expect(visited.said).toEqual([]);
  });

const entity = ({ page }: Visit, name: string) =>
  page.locator(`text-lens button[data-entity="${name}"]`);

describe('the reader’s own names', () => {
  test('are found, marked with their type, and gone again', async () => {
    await withArticle(async (visited) => {
      const { page } = visited;
      expect(await entity(visited, 'goose-stepping').count()).toBe(0);
      await page.getByText('Your own names').click();
      const field = page.locator('text-lens [data-own="names"]');
      await field.fill('goose-stepping: work');
      await field.blur();
      await eventually(() => entity(visited, 'goose-stepping').getAttribute('data-type')).toBe(
        'work',
      );
      await eventually(async () => (await paintedLayers(page)).work).toEqual(['goose-stepping']);
      await field.fill('');
      await field.blur();
      await eventually(() => entity(visited, 'goose-stepping').count()).toBe(0);
    });
  });

  test('that are none are left out', async () => {
    await withArticle(async (visited) => {
      const { page } = visited;
      expect(await entity(visited, 'Ukraine').count()).toBe(1);
      await page.getByText('Your own names').click();
      const field = page.locator('text-lens [data-own="exclude"]');
      await field.fill('Ukraine');
      await field.blur();
      await eventually(() => entity(visited, 'Ukraine').count()).toBe(0);
    });
  });

  test('are told apart by how sure they are', async () => {
    await withArticle(async (visited) => {
      const { page } = visited;
      const shown = () =>
        page.evaluate(() => document.querySelector('text-lens')?.report?.entities.length ?? 0);
      const all = await shown();
      await page.getByText('Your own names').click();
      await page.locator('text-lens [data-own="threshold"]').fill('0.95');
      await eventually(shown).toBeLessThan(all);
    });
  });
});

test('a speaker leads to all that is quoted of them', async () => {
  await withArticle(async (visited) => {
    const { page } = visited;
    const { quotations, entities } = nativeReport(article);
    const speaker = quotations.find((quotation) => quotation.speaker !== null)?.speaker;
    if (speaker === undefined || speaker === null) throw new Error('Nobody is quoted.');
    const said = quotations
      .filter((quotation) => quotation.speaker === speaker)
      .flatMap(({ spans }) => spans.map(({ start, end }) => article.slice(start, end)));
    const button = page.locator(`text-lens [data-group="quotations"] [data-speaker="${speaker}"]`);
    expect(await button.innerText()).toContain(entities[speaker]?.name);
    await button.click();
    await eventually(async () => (await paintedLayers(page)).picked).toEqual([...said].sort());
  });
});
