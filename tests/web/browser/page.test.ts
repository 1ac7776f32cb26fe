/** The page with the article, in Chromium: what it shows, asks for, marks and lets one pick. */

import { existsSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { seed } from '../support/core.ts';
import { inProject, siteAddress } from '../support/project.ts';
import { serve } from '../support/serve.ts';
import { placeOf } from './in-page.ts';
import { chromiumForAll } from './launch.ts';
import {
  entityLayers,
  eventually,
  holdsReportOf,
  nativeReport,
  paintedLayers,
  visit,
  WIDE,
} from './visit.ts';

const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; " +
  "connect-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; " +
  "frame-ancestors 'none'";

const browser = chromiumForAll();
const article = seed();

test('the article is shown with the right numbers', async () => {
  const report = nativeReport(article);
  expect(report.statistics).toMatchObject({ words: 565, sentences: 21, paragraphs: 18 });
  await visit(browser(), siteAddress(), async ({ page }) => {
    await holdsReportOf(page, article);
    const lens = page.locator('text-lens');
    const number = (name: string) => lens.locator(`[data-statistic="${name}"] dd`).innerText();
    await eventually(() => number('words')).toBe('565');
    expect(await number('sentences')).toBe('21');
    expect(await number('paragraphs')).toBe('18');
    expect(await lens.locator('[data-figure="words"] dd').innerText()).toBe('565');
    expect(await lens.locator('[data-figure="sentences"] dd').innerText()).toBe('21');

    const paragraphs = await lens.locator('.reading p').allInnerTexts();
    expect(paragraphs).toEqual(article.trim().split('\n'));

    const more = lens.locator('button.more[aria-expanded="false"]');
    while ((await more.count()) > 0) await more.first().click();
    const keywords = await lens
      .locator('[data-keyword]')
      .evaluateAll((rows) =>
        rows.map((row) => [
          row.getAttribute('data-keyword'),
          Number(row.querySelector('.count')?.textContent),
        ]),
      );
    expect(keywords).toEqual(report.keywords.map(({ term, count }) => [term, count]));
    const entities = await lens
      .locator('button[data-entity]')
      .evaluateAll((rows) =>
        rows.map((row) =>
          [row.getAttribute('data-type'), row.getAttribute('data-entity')].join(': '),
        ),
      );
    expect(entities.sort()).toEqual(
      report.entities.map(({ type, name }) => `${type}: ${name}`).sort(),
    );
  });
});

test('the entities are painted where they stand', async () => {
  await visit(browser(), siteAddress(), async ({ page }) => {
    await holdsReportOf(page, article);
    const expected = entityLayers(article);
    expect(Object.keys(expected)).toEqual(expect.arrayContaining(['person', 'place']));
    await eventually(() => paintedLayers(page)).toEqual(expected);
  });
});

test('a type is switched off and on in the legend', async () => {
  await visit(browser(), siteAddress(), async ({ page }) => {
    await holdsReportOf(page, article);
    const { person, ...others } = entityLayers(article);
    await page.locator('text-lens .legend [data-type="person"]').click();
    await eventually(() => paintedLayers(page)).toEqual(others);
    await page.locator('text-lens .legend [data-type="person"]').click();
    await eventually(() => paintedLayers(page)).toEqual({ person, ...others });
  });
});

test('nothing is said, stored, refused or asked for elsewhere, under the strict policy', async () => {
  await visit(browser(), siteAddress(), async ({ page, context, said, asked, violations }) => {
    await holdsReportOf(page, article);
    await page.locator('text-lens [data-keyword]').first().click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Write or paste' }).click();
    await page.locator('#text').fill('The bridge is open.');
    await holdsReportOf(page, 'The bridge is open.');
    expect(said).toEqual([]);
    expect(await violations()).toEqual([]);
    expect(await context.cookies()).toEqual([]);

    const site = siteAddress();
    for (const address of asked) {
      expect(address.startsWith(site), address).toBe(true);
      const file = new URL(address).pathname.slice(1) || 'index.html';
      expect(existsSync(inProject(`www/dist/${file}`)), file).toBe(true);
    }
    // Workers' requests are among them, or the list would prove nothing.
    const names = asked.map((address) => address.replace(/^.*\//, '').replace(/-[\w-]{8}\./, '.'));
    expect([...new Set(names)].sort()).toEqual(
      expect.arrayContaining([
        '',
        'en.names.pack',
        'en.words.pack',
        'parade.txt',
        'textlens_bg.wasm',
      ]),
    );
    expect(names).toHaveLength(new Set(names).size);

    for (const address of [...asked, new URL('none', site).href]) {
      const { headers } = await fetch(address);
      expect(headers.get('content-security-policy'), address).toBe(POLICY);
      expect(headers.get('x-content-type-options'), address).toBe('nosniff');
    }
  });
  expect(POLICY).not.toMatch(/unsafe-inline|'unsafe-eval'|blob:|data:|\*/);
});

test('a host that sends no policy serves the page with its own', async () => {
  const plain = await serve({ folders: { '/': inProject('www/dist') } });
  try {
    await visit(browser(), plain.url, async ({ page, said, violations }) => {
      await holdsReportOf(page, article);
      const own = page.locator('meta[http-equiv="Content-Security-Policy"]');
      // A <meta> cannot say who may frame the page.
      expect(await own.getAttribute('content')).toBe(
        POLICY.replace("; frame-ancestors 'none'", ''),
      );
      expect(said).toEqual([]);
      expect(await violations()).toEqual([]);
    });
  } finally {
    await plain.close();
  }
});

test('the page works from a folder of another site', async () => {
  const host = await serve({ folders: { '/some/folder/': inProject('www/dist') } });
  try {
    await visit(browser(), `${host.url}some/folder/`, async ({ page, said }) => {
      await holdsReportOf(page, article);
      expect(said).toEqual([]);
      expect(host.asked.filter((path) => !path.startsWith('/some/folder/'))).toEqual([]);
      expect(host.asked.filter((path) => path.endsWith('.wasm'))).toHaveLength(1);
    });
  } finally {
    await host.close();
  }
});

/** A keyword and an entity of the article that first stand far down in it. */
function farDown() {
  const { keywords, entities } = nativeReport(article);
  const start = (spans: { start: number }[]) => spans[0]?.start ?? 0;
  const last = <T>(items: T[], at: (item: T) => number) =>
    items.reduce((best, item) => (at(item) > at(best) ? item : best));
  return {
    // Only the beginning of the list is shown.
    keyword: last(keywords.slice(0, 15), ({ spans }) => start(spans)),
    entity: last(
      entities.filter(({ count }) => count > 1),
      ({ mentions }) => start(mentions),
    ),
  };
}

const LOW = { ...WIDE, height: 320 };

test('a click on a keyword marks its places and scrolls to the first; Escape lets go', async () => {
  const { keyword } = farDown();
  const texts = keyword.spans.map(({ start, end }) => article.slice(start, end));
  await visit(
    browser(),
    siteAddress(),
    async ({ page, events }) => {
      await holdsReportOf(page, article);
      const bar = page.locator(`text-lens [data-keyword="${keyword.term}"]`);
      await bar.click();
      await eventually(() => bar.getAttribute('aria-pressed')).toBe('true');
      const layers = await paintedLayers(page);
      expect(layers.picked).toEqual([...texts].sort());
      expect(layers.current).toEqual(texts.slice(0, 1));
      await eventually(() => isInView(page, 'current')).toBe(true);
      expect(await events('select')).toEqual([
        expect.objectContaining({
          code: 'keyword',
          text: keyword.term,
          spans: keyword.spans.flatMap(({ start, end }) => [start, end]),
        }),
      ]);

      await page.keyboard.press('Escape');
      await eventually(() => bar.getAttribute('aria-pressed')).toBe('false');
      await eventually(() => paintedLayers(page)).toEqual(entityLayers(article));
      expect(await events('select')).toMatchObject([{}, { code: 'none', text: '', spans: [] }]);
      expect(await page.locator('text-lens [part="pick"]').count()).toBe(0);
    },
    { viewport: LOW },
  );
});

test('the page ends where the article does', async () => {
  await visit(browser(), siteAddress(), async ({ page }) => {
    await holdsReportOf(page, article);
    await page.locator('text-lens [data-entity]').first().waitFor();
    const below = () => {
      const end = document.querySelector('text-lens')?.getBoundingClientRect().bottom ?? 0;
      return document.documentElement.scrollHeight - end;
    };
    expect(await page.evaluate(below)).toBeLessThan(100);
  });
});

test('a click on an entity marks its mentions, and further clicks go from one to the next', async () => {
  const { entity } = farDown();
  const texts = entity.mentions.map(({ start, end }) => article.slice(start, end));
  await visit(
    browser(),
    siteAddress(),
    async ({ page, events }) => {
      await holdsReportOf(page, article);
      const row = page.locator(
        `text-lens button[data-entity="${entity.name}"][data-type="${entity.type}"]`,
      );
      for (const index of [...texts.keys(), 0]) {
        await row.click();
        const position = page.locator('text-lens [part="pick"] [data-index]');
        await eventually(() => position.getAttribute('data-index')).toBe(String(index));
        const layers = await paintedLayers(page);
        expect(layers.picked).toEqual([...texts].sort());
        expect(layers.current).toEqual([texts[index]]);
        await eventually(() => isInView(page, 'current')).toBe(true);
      }
      expect(await events('select')).toMatchObject([{ code: 'entity', text: entity.name }]);
    },
    { viewport: LOW },
  );
});

test('a click on a name in the text picks it, another keyword takes its place', async () => {
  await visit(browser(), siteAddress(), async ({ page, events }) => {
    await holdsReportOf(page, article);
    await eventually(() => page.evaluate(placeOf, 'person')).not.toBeNull();
    const place = await page.evaluate(placeOf, 'person');
    if (!place) throw new Error('No person is painted.');
    await page.mouse.click(place.left + 4, place.top + place.height / 2);
    await eventually(() => events('select')).toMatchObject([{ code: 'entity' }]);
    await page.locator('text-lens [data-keyword]').first().click();
    await eventually(() => events('select')).toMatchObject([
      { code: 'entity' },
      { code: 'keyword' },
    ]);
    await page.locator('text-lens [data-release]').click();
    await eventually(async () => (await events('select')).at(-1)?.code).toBe('none');
  });
});

test('the sentences can be walked through by keys', async () => {
  await visit(browser(), siteAddress(), async ({ page, events }) => {
    await holdsReportOf(page, article);
    const rhythm = page.locator('text-lens [data-chart="rhythm"] [role="slider"]');
    await rhythm.focus();
    await page.keyboard.press('End');
    await eventually(() => rhythm.getAttribute('aria-valuenow')).toBe('21');
    await eventually(async () => (await paintedLayers(page)).picked).toEqual([
      article.trim().split('\n').at(-1),
    ]);
    await page.keyboard.press('ArrowLeft');
    await eventually(() => rhythm.getAttribute('aria-valuenow')).toBe('20');
    expect(await events('select')).toMatchObject([{ code: 'sentence' }, { code: 'sentence' }]);
  });
});

test('hard sentences are marked on demand, walked through, and told by the view event', async () => {
  const { sentences, difficulty } = nativeReport(article);
  const veryHard = sentences
    .filter((_, at) => difficulty.sentenceLevels[at] === 2)
    .map(({ start, end }) => article.slice(start, end));
  expect(veryHard.length).toBeGreaterThan(1);
  await visit(browser(), siteAddress(), async ({ page }) => {
    await holdsReportOf(page, article);
    const lens = page.locator('text-lens');
    await lens.locator('[data-mark="very-hard-sentence"]').click();
    await eventually(() => paintedLayers(page)).toEqual({
      ...entityLayers(article),
      'very-hard-sentence': [...veryHard].sort(),
    });
    expect(await lens.getAttribute('marks')).toBe('very-hard-sentence');
    await lens.locator('[data-style="very-hard-sentence"] .row').click();
    await eventually(async () => (await paintedLayers(page)).picked).toEqual([...veryHard].sort());
    await lens.locator('[data-mark="very-hard-sentence"]').click();
    await page.keyboard.press('Escape');
    await eventually(() => paintedLayers(page)).toEqual(entityLayers(article));
  });
});

test('notes on style are switched on by kind, and each of its places can be visited', async () => {
  const { notes } = nativeReport(article).style;
  await visit(browser(), siteAddress(), async ({ page }) => {
    await holdsReportOf(page, article);
    const found = notes.filter(({ spans }) => spans.length > 0);
    const rows = page.locator('text-lens [data-panel="style"] [data-style]');
    await eventually(() => rows.count()).toBe(found.length);
    const passive = found.find(({ reason }) => reason === 'passive-voice');
    if (!passive) throw new Error('The article has lost its passives.');
    const texts = passive.spans.map(({ start, end }) => article.slice(start, end)).sort();
    await page.locator('text-lens [data-mark="passive-voice"]').click();
    await eventually(async () => (await paintedLayers(page))['passive-voice']).toEqual(texts);
    await page.locator('text-lens [data-style="passive-voice"] .row').click();
    await eventually(async () => (await paintedLayers(page)).picked).toEqual(texts);
  });
});

async function isInView(page: Page, layer: string): Promise<boolean> {
  const place = await page.evaluate(placeOf, layer);
  return place !== null && place.top >= 0 && place.top + place.height <= LOW.height;
}
