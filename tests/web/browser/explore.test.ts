/** The search of the page: what it fetches and when, what it counts, and where a line leads. */

import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { seed } from '../support/core.ts';
import { inProject, siteAddress } from '../support/project.ts';
import { chromiumForAll } from './launch.ts';
import { eventually, holdsReportOf, paintedLayers, visit, WIDE } from './visit.ts';

const browser = chromiumForAll();
const article = seed();
/** Places of a word, counted by the plainest means. */
const places = (word: RegExp) => article.match(word)?.length;

describe('the search', () => {
  test('fetches its core at the first query, counts, and leads to the text', async () => {
    await visit(browser(), siteAddress(), async ({ page, asked, said, violations }) => {
      await holdsReportOf(page, article);
      const fetched = () => asked.filter((address) => /explore.*\.wasm$/.test(address)).length;
      expect(fetched()).toBe(0);
      const search = page.getByRole('searchbox', { name: 'Search the text' });
      const found = () => page.locator('text-lens p.count').getAttribute('data-found');
      await search.fill('missil*');
      await eventually(found).toBe(String(places(/\bmissil/gi)));
      expect(fetched()).toBe(1);
      await search.fill('/[Mm]issiles?/');
      await eventually(found).toBe(String(places(/[Mm]issiles?/g)));
      await search.fill('SHOIGU');
      await eventually(found).toBe(String(places(/\bshoigu\b/gi)));
      expect(fetched()).toBe(1);

      const line = page.locator('text-lens .kwic').nth(1);
      expect(await line.locator('b').innerText()).toMatch(/^Shoigu/);
      await line.click();
      await eventually(async () => (await paintedLayers(page)).picked?.length).toBe(
        places(/\bshoigu\b/gi),
      );
      await eventually(() => line.getAttribute('aria-pressed')).toBe('true');
      await search.fill('/(/');
      await eventually(() => page.locator('text-lens p.count').innerText()).toContain('offset 1');
      expect(said).toEqual([]);
      expect(await violations()).toEqual([]);
    });
  });

  test('knows the words of a language that came after it was fetched', async () => {
    const german = 'Die Kinder gingen über den großen Platz. Das Kind geht nun nach Hause.';
    await visit(browser(), siteAddress(), async ({ page }) => {
      await holdsReportOf(page, article);
      // Asking what a number is fetches the search's core.
      await page.locator('text-lens [data-statistic="words"] .about').click();
      await page.locator('text-lens [data-statistic="words"] .definition').waitFor();
      await page.getByRole('button', { name: 'Write or paste' }).click();
      await page.locator('#text').fill(german);
      await holdsReportOf(page, german);
      await page.getByRole('searchbox', { name: 'Search the text' }).fill('[kind]');
      const found = () => page.locator('text-lens p.count').getAttribute('data-found');
      await eventually(found).toBe('2');
    });
  });

  test('and the summary follow the text', async () => {
    const other = 'The bridge was closed on Monday. It will be opened in May.';
    await visit(browser(), siteAddress(), async ({ page }) => {
      await holdsReportOf(page, article);
      await page.getByText('Summary in three sentences').click();
      const sentences = () => page.locator('text-lens .summary .sentence').allInnerTexts();
      await eventually(async () => (await sentences()).length).toBe(3);
      await page.getByRole('button', { name: 'Write or paste' }).click();
      await page.locator('#text').fill(other);
      await eventually(async () => (await sentences()).join(' ')).toBe(other);
    });
  });

  const arabic =
    'افتتح الجسر الجديد يوم الجمعة في المدينة القديمة بحضور الرئيس والوزراء وجمع كبير من الناس. ' +
    'نعم، جاء أحمد مع أخيه في الصباح ورأى الجسر الجديد والنهر الكبير الذي يجري تحته منذ قرون طويلة.';
  test.each([
    ['English', article, 'shoigu'],
    ['Arabic', arabic, 'الجسر'],
  ])('shows in a line the words next to the place, in the direction of the text: %s', async (name, text, query) => {
    await visit(browser(), siteAddress(), async ({ page }) => {
      await holdsReportOf(page, article);
      await page.getByRole('button', { name: 'Write or paste' }).click();
      await page.locator('#text').fill(text);
      await page.getByRole('searchbox', { name: 'Search the text' }).fill(query);
      const line = page.locator('text-lens .kwic').nth(1);
      await line.waitFor();
      const at = await line.evaluate((row) => {
        const box = (selector: string) => row.querySelector(selector)?.getBoundingClientRect();
        /** Where a letter of one side stands: the first or the last that is no space. */
        const letter = (selector: string, last: boolean) => {
          const side = row.querySelector(selector);
          const node = side && document.createTreeWalker(side, NodeFilter.SHOW_TEXT).nextNode();
          const words = node?.textContent ?? '';
          const index = last ? words.trimEnd().length - 1 : words.search(/\S/);
          const range = document.createRange();
          if (node) range.setStart(node, index);
          if (node) range.setEnd(node, index + 1);
          return range.getBoundingClientRect();
        };
        const [before, hit, after] = [box('.left'), box('b'), box('.right')];
        if (!before || !hit || !after) throw new Error('The line has lost a part.');
        const [nearest, next] = [letter('.left', true), letter('.right', false)];
        const inside = (one: DOMRect, whole: DOMRect) =>
          one.width > 0 && one.left > whole.left - 1 && one.right < whole.right + 1;
        return {
          beforeIsOnTheLeft: before.right <= hit.left + 1,
          afterIsOnTheRight: after.left >= hit.right - 1,
          nearestIsSeen: inside(nearest, before) && inside(next, after),
          isNear: Math.min(Math.abs(nearest.right - hit.left), Math.abs(nearest.left - hit.right)) < 12,
        };
      });
      const leftToRight = name === 'English';
      expect(at).toEqual({
        beforeIsOnTheLeft: leftToRight,
        afterIsOnTheRight: leftToRight,
        nearestIsSeen: true,
        isNear: true,
      });
    });
  });

  test('stands at the top of the side of a wide page when it is opened', async () => {
    await visit(browser(), siteAddress(), async ({ page }) => {
      await holdsReportOf(page, article);
      await page.locator('text-lens [data-tab="explore"]').click();
      const search = page.getByRole('searchbox', { name: 'Search the text' });
      await eventually(async () => (await search.boundingBox())?.y).toBeLessThan(WIDE.height / 2);
      expect(await page.evaluate(() => scrollY)).toBe(0);
    });
  });

  test('is not in the one-file page, which says so', async () => {
    const address = pathToFileURL(inProject('www/dist/textlens.html')).href;
    await visit(browser(), address, async ({ page, asked }) => {
      await holdsReportOf(page, article);
      const search = page.getByRole('searchbox', { name: 'Search the text' });
      const count = page.locator('text-lens p.count');
      await search.fill('[missile]');
      await eventually(() => count.innerText()).toContain('in one file has no room');
      expect(asked.filter((url) => url !== address && !url.startsWith('blob:'))).toEqual([]);
    });
  });

  test('compares with a second text', async () => {
    await visit(browser(), siteAddress(), async ({ page }) => {
      await holdsReportOf(page, article);
      await page.getByText('Compare with another text').click();
      await page.getByLabel('Paste the second text here').fill('A navy and a missile.');
      await page.getByRole('button', { name: 'Compare', exact: true }).click();
      await eventually(() => page.locator('text-lens .compared p').first().innerText()).toMatch(
        /^1 word in both, \d+ only here, 1 only in the second$/,
      );
    });
  });
});
