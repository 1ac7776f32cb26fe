/** Pictures of the page, for people to look at: `npm run screenshots` writes them to target/screenshots. */

import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, test } from 'vitest';
import { seed } from '../support/core.ts';
import { inProject } from '../support/project.ts';
import { type Served, serve } from '../support/serve.ts';
import { chromiumForAll } from './launch.ts';
import { eventually, NARROW, visit, WIDE } from './visit.ts';

const FOLDER = inProject('target/screenshots');
const browser = chromiumForAll();
let site: Served;

beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  site = await serve({ folders: { '/': inProject('www/dist') } });
});
afterAll(() => site.close());

const SIZES = { wide: WIDE, narrow: NARROW } as const;
const article = seed();

test.each(
  (['light', 'dark'] as const).flatMap((scheme) =>
    (['wide', 'narrow'] as const).map((size) => ({ scheme, size })),
  ),
)('$scheme, $size', async ({ scheme, size }) => {
  await visit(
    browser(),
    site.url,
    async ({ page }) => {
      const shot = (what: string, fullPage = false) =>
        page.screenshot({ path: `${FOLDER}/${scheme}-${size}-${what}.png`, fullPage });
      // Names come later than dates do.
      const people = page.locator('text-lens [data-entity][data-type="person"]');
      await eventually(() => people.count()).toBeGreaterThan(0);
      await shot('article');
      await shot('whole', true);
      for (const tab of await page.locator('text-lens [data-tab]').all()) {
        await tab.click();
        const name = await tab.getAttribute('data-tab');
        if (name === 'style') {
          for (const mark of await page.locator('text-lens [data-mark]').all()) await mark.click();
        }
        if (name === 'explore') {
          await page.locator('text-lens [data-panel="explore"] input').first().fill('missile*');
          await page.locator('text-lens .concordance, text-lens [data-line]').first().waitFor();
        }
        await page.evaluate(() => scrollTo(0, 0));
        await shot(`panel-${name}`);
        if (name === 'style') {
          for (const mark of await page.locator('text-lens [data-mark]').all()) await mark.click();
        }
      }
      await page.locator('text-lens [data-tab="keywords"]').click();
      await page.locator('text-lens [data-keyword]').nth(1).click();
      await page.locator('text-lens [part="pick"]').waitFor();
      await shot('picked');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Write or paste' }).click();
      await page.locator('#text').fill(article.split('\n').slice(3, 6).join('\n\n'));
      await eventually(() => page.locator('text-lens .reading p').count()).toBe(3);
      await shot('typed');
      await page.locator('#text').fill('');
      await page.getByText('Nothing to read yet.').waitFor();
      await shot('empty');
    },
    { viewport: SIZES[size], colorScheme: scheme, deviceScaleFactor: 2 },
  );
});
