/** The one-file page, opened by a double click, with no network. */

import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { seed } from '../support/core.ts';
import { inProject, siteAddress } from '../support/project.ts';
import { chromiumForAll, firefoxForAll } from './launch.ts';
import {
  entityLayers,
  eventually,
  holdsReportOf,
  nativeReport,
  paintedLayers,
  visit,
  visitInFirefox,
} from './visit.ts';

const article = seed();
/** A folder that holds nothing else, with a name as people give them. */
const FOLDER = inProject('target/web-tests/one file, ünïcode #1');
const ADDRESS = pathToFileURL(`${FOLDER}/textlens.html`).href;

beforeAll(() => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  copyFileSync(inProject('www/dist/textlens.html'), `${FOLDER}/textlens.html`);
});

describe('in Chromium', () => {
  const browser = chromiumForAll();

  test('it works without a network and asks for nothing', async () => {
    await visit(
      browser(),
      ADDRESS,
      async ({ page, said, asked, violations }) => {
        await holdsReportOf(page, article);
        const lens = page.locator('text-lens');
        await eventually(() => lens.locator('[data-statistic="words"] dd').innerText()).toBe('565');
        expect(await lens.locator('[data-statistic="sentences"] dd').innerText()).toBe('21');
        expect(await lens.locator('[data-statistic="paragraphs"] dd').innerText()).toBe('18');
        await eventually(() => paintedLayers(page)).toEqual(entityLayers(article));

        const { keywords } = nativeReport(article);
        await lens.locator('[data-keyword]').first().click();
        await eventually(async () => (await paintedLayers(page)).picked?.length).toBe(
          keywords[0]?.count,
        );
        await lens.locator('[data-statistic] button.about').first().click();
        await eventually(() => lens.locator('dd.definition').innerText()).toContain('one file');
        const typed = 'The mayor of Paris met Kim on Friday.';
        await page.getByRole('button', { name: 'Write or paste' }).click();
        await page.locator('#text').fill(typed);
        await holdsReportOf(page, typed);

        expect(
          asked.filter((address) => address !== ADDRESS && !address.startsWith('blob:')),
        ).toEqual([]);
        expect(said).toEqual([]);
        expect(await violations()).toEqual([]);
      },
      { offline: true },
    );
  });

  test('it carries a policy of hashes, and the article for a reader without JavaScript', async () => {
    await visit(
      browser(),
      ADDRESS,
      async ({ page }) => {
        const policy =
          (await page
            .locator('meta[http-equiv="Content-Security-Policy"]')
            .getAttribute('content')) ?? '';
        expect(policy).toMatch(/default-src 'none'/);
        expect(policy).toMatch(/script-src 'sha256-[^']+'/);
        expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|data:|https?:|\*/);
        const paragraphs = await page.locator('text-lens p:visible').allInnerTexts();
        expect(paragraphs).toEqual(expect.arrayContaining(article.trim().split('\n')));
      },
      { javaScriptEnabled: false, offline: true },
    );
  });

  test('it also works from a server', async () => {
    await visit(browser(), `${siteAddress()}textlens.html`, async ({ page, said, asked }) => {
      await holdsReportOf(page, article);
      expect(said).toEqual([]);
      expect(asked.filter((address) => !/textlens\.html$|^blob:/.test(address))).toEqual([]);
    });
  });
});

describe('in Firefox', () => {
  const browser = firefoxForAll();

  test('it works and asks for nothing', async () => {
    await visitInFirefox(browser(), ADDRESS, async ({ page, said, asked }) => {
      await holdsReportOf(page, article);
      await eventually(() => paintedLayers(page)).toEqual(entityLayers(article));
      expect(asked.filter((address) => !/^(file|blob):/.test(address))).toEqual([]);
      expect(said).toEqual([]);
      expect(await page.evaluate(() => seen.violations)).toEqual([]);
    });
  });
});
