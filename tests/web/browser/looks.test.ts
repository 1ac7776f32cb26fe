/** The page as it looks: light and dark, narrow and wide, for everyone who reads it. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { describe, expect, test } from 'vitest';
import { seed } from '../support/core.ts';
import { siteAddress } from '../support/project.ts';
import { chromiumForAll } from './launch.ts';
import { eventually, holdsReportOf, NARROW, type Visit, visit, WIDE } from './visit.ts';

const browser = chromiumForAll();
const article = seed();
const axeScript = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

declare global {
  var axe: { run(): Promise<AxeResults> };
}

/** What axe finds, worst first, with the first place of each. */
async function faults({ page }: Visit, worse: readonly string[]): Promise<string[]> {
  await page.evaluate(axeScript);
  const { violations } = await page.evaluate(() => axe.run());
  return violations
    .filter(({ impact }) => worse.includes(impact ?? ''))
    .map(
      ({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`,
    );
}

const SERIOUS = ['serious', 'critical'];

/** Searches, picks a line, asks for the summary and compares: all that the panel can show. */
async function explored({ page }: Visit): Promise<void> {
  const panel = page.locator('text-lens [data-panel="explore"]');
  await panel.getByRole('searchbox').fill('missile');
  await panel.locator('.kwic').first().click();
  await panel.getByText('Summary in three sentences').click();
  await panel.locator('.sentence').first().waitFor();
  await panel.getByText('Compare with another text').click();
  await panel.getByLabel('Paste the second text here').fill('A navy and a missile of Kim.');
  await panel.getByRole('button', { name: 'Compare', exact: true }).click();
  await panel.locator('.compared').waitFor();
}

/** How many pixels one can scroll to the side. */
const overflow = ({ page }: Visit) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(scrollWidth - clientWidth, 0);
  });

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  test.each([
    ['wide', WIDE],
    ['narrow', NARROW],
  ])('axe finds nothing serious: %s', async (name, viewport) => {
    await visit(
      browser(),
      siteAddress(),
      async (visited) => {
        const { page } = visited;
        const lens = page.locator('text-lens');
        await holdsReportOf(page, article);
        if (name === 'narrow') await page.locator('text-lens [data-tab="keywords"]').click();
        await page.locator('text-lens [data-keyword]').first().click();
        await eventually(() => page.locator('text-lens [part="pick"]').count()).toBe(1);
        expect(await faults(visited, SERIOUS)).toEqual([]);
        await lens.locator('[data-release]').click();
        for (const tab of await lens.locator('[data-tab]').all()) {
          await tab.click();
          if ((await tab.getAttribute('data-tab')) === 'explore') await explored(visited);
          expect(await faults(visited, SERIOUS), await tab.innerText()).toEqual([]);
        }
        await page.getByRole('button', { name: 'Write or paste' }).click();
        await page.locator('#text').fill('');
        await eventually(() => page.getByText('Nothing to read yet.').isVisible()).toBe(true);
        expect(await faults(visited, SERIOUS)).toEqual([]);
      },
      { viewport, colorScheme },
    );
  });
});

test('the scheme follows the reader, and the button goes against it', async () => {
  await visit(browser(), siteAddress(), async ({ page }) => {
    const paper = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await page.emulateMedia({ colorScheme: 'light' });
    const light = await paper();
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await paper();
    expect(dark).not.toBe(light);

    const theme = page.locator('header [data-action="theme"]');
    await theme.click();
    expect(await theme.innerText()).toBe('Theme: light');
    expect(await paper()).toBe(light);
    await page.reload();
    expect(await paper()).toBe(light);
    await page.emulateMedia({ colorScheme: 'light' });
    await theme.click();
    expect(await theme.innerText()).toBe('Theme: dark');
    expect(await paper()).toBe(dark);
    await theme.click();
    expect(await theme.innerText()).toBe('Theme: auto');
    expect(await paper()).toBe(light);
  });
});

const LONG_WORD = `The ${'bridge'.repeat(200)} and https://example.org/${'a'.repeat(300)} in Paris.`;

test('nothing is wider than the window', async () => {
  const sizes = [NARROW, { width: 768, height: 1024 }, WIDE];
  await visit(browser(), siteAddress(), async (visited) => {
    const { page } = visited;
    const fits = async (what: string) => {
      for (const size of sizes) {
        await page.setViewportSize(size);
        expect(await overflow(visited), `${what} at ${size.width}`).toBe(0);
      }
    };
    await holdsReportOf(page, article);
    await fits('the article');
    await page.setViewportSize(NARROW);
    for (const tab of await page.locator('text-lens [data-tab]').all()) {
      await tab.click();
      expect(await overflow(visited), await tab.innerText()).toBe(0);
    }
    await page.getByRole('button', { name: 'Write or paste' }).click();
    await page.locator('#text').fill(LONG_WORD);
    await holdsReportOf(page, LONG_WORD);
    await eventually(() => page.locator('text-lens .reading').innerText()).toBe(LONG_WORD);
    await fits('a long word');
  });
});

/** 1280 pixels at 400 %: the narrowest that WCAG 2.2 (1.4.10) asks for. */
const ZOOMED = { width: 320, height: 256 };

test('magnified to 400 %, and with letters twice as large, all is reached', async () => {
  const cutOff = ({ page }: Visit) =>
    page.evaluate(() => {
      const root = document.querySelector('text-lens')?.shadowRoot;
      const seen = root?.querySelectorAll('[data-tab], .figures dd') ?? [];
      return [...seen]
        .filter((part) => {
          const { left, right } = part.getBoundingClientRect();
          return left < 0 || right > document.documentElement.clientWidth;
        })
        .map((part) => part.textContent?.trim());
    });
  await visit(browser(), siteAddress(), async (visited) => {
    const { page } = visited;
    await holdsReportOf(page, article);
    for (const size of [ZOOMED, NARROW]) {
      await page.setViewportSize(size);
      expect(await overflow(visited), `at ${size.width}`).toBe(0);
      expect(await cutOff(visited), `at ${size.width}`).toEqual([]);
    }
    await page.setViewportSize(WIDE);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    expect(await overflow(visited)).toBe(0);
    expect(await cutOff(visited)).toEqual([]);
  });
});

test('in forced colours, what is marked, picked and open can still be told', async () => {
  await visit(
    browser(),
    siteAddress(),
    async ({ page }) => {
      await holdsReportOf(page, article);
      await page.locator('text-lens [data-tab="statistics"]').click();
      await page.locator('text-lens [data-keyword]').first().click();
      await page.locator('text-lens .legend [data-type="person"]').click();
      const look = (selector: string, property: string) =>
        page
          .locator(`text-lens ${selector}`)
          .first()
          .evaluate((part, name) => getComputedStyle(part).getPropertyValue(name), property);
      expect(await look('[data-tab="statistics"]', 'font-weight')).not.toBe(
        await look('[data-tab="keywords"]', 'font-weight'),
      );
      expect(await look('.legend [data-type="person"] .sample', 'text-decoration-line')).not.toBe(
        await look('.legend [data-type="place"] .sample', 'text-decoration-line'),
      );
      expect(await look('[data-keyword][aria-pressed="true"] .term', 'font-weight')).not.toBe(
        await look('[data-keyword][aria-pressed="false"] .term', 'font-weight'),
      );
      await page.locator('text-lens [data-mark]').first().click();
      expect(await look('.mark[aria-pressed="true"] .sample', 'outline-style')).not.toBe(
        await look('.mark[aria-pressed="false"] .sample', 'outline-style'),
      );
      await page.getByRole('searchbox', { name: 'Search the text' }).fill('missile');
      await page.locator('text-lens .kwic').first().click();
      expect(await look('.kwic[aria-pressed="true"]', 'text-decoration-line')).not.toBe(
        await look('.kwic[aria-pressed="false"]', 'text-decoration-line'),
      );
      const marks = await page.evaluate(() => {
        const live = document.querySelector('text-lens')?.shadowRoot?.querySelector('.reading p');
        return [...CSS.highlights.keys()].map((name) => {
          const look = getComputedStyle(live ?? document.body, `::highlight(${name})`);
          return `${look.backgroundColor} ${look.textDecoration}`;
        });
      });
      expect(marks.length).toBeGreaterThan(5);
      // Dates and nationalities have the same line; their names are in the panel.
      expect(new Set(marks).size).toBeGreaterThanOrEqual(marks.length - 1);
    },
    { forcedColors: 'active' },
  );
});

test('the text does not jump while the analysis comes', async () => {
  await visit(browser(), siteAddress(), async ({ page }) => {
    await holdsReportOf(page, article);
    const shifts = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const observer = new PerformanceObserver((list) => {
            let sum = 0;
            for (const entry of list.getEntries()) {
              sum += 'value' in entry && typeof entry.value === 'number' ? entry.value : 0;
            }
            resolve(sum);
          });
          observer.observe({ type: 'layout-shift', buffered: true });
          // Where nothing moved, no entry comes.
          requestAnimationFrame(() => setTimeout(() => resolve(0), 100));
        }),
    );
    expect(shifts).toBeLessThan(0.1);
  });
});

test('on a narrow page, what is picked is not covered by the panels', async () => {
  await visit(
    browser(),
    siteAddress(),
    async ({ page }) => {
      await holdsReportOf(page, article);
      await page.locator('text-lens [data-tab="entities"]').click();
      await page.locator('text-lens button[data-entity]').last().click();
      const gap = () =>
        page.evaluate(() => {
          const side = document.querySelector('text-lens')?.shadowRoot?.querySelector('.side');
          for (const [name, highlight] of CSS.highlights) {
            const [range] = highlight;
            if (!name.endsWith('-current') || !range || !side) continue;
            const live = document.createRange();
            live.setStart(range.startContainer, range.startOffset);
            live.setEnd(range.endContainer, range.endOffset);
            const { top, bottom } = live.getBoundingClientRect();
            return Math.min(top, side.getBoundingClientRect().top - bottom);
          }
          return -1;
        });
      await eventually(gap).toBeGreaterThanOrEqual(0);
    },
    { viewport: NARROW },
  );
});
