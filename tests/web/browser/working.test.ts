/** Working with the page: taking results along, keys, the address, paper, and getting one's own text back. */

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { seed } from '../support/core.ts';
import { siteAddress } from '../support/project.ts';
import { firstDifference } from '../support/reports.ts';
import { chromiumForAll } from './launch.ts';
import {
  entityLayers,
  eventually,
  holdsReportOf,
  nativeReport,
  paintedLayers,
  visit,
} from './visit.ts';

const browser = chromiumForAll();
const article = seed();

/** What a button of the export menu saves. */
async function saved(page: Page, action: string): Promise<{ name: string; content: string }> {
  await page.locator('#export summary').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`#export [data-action="${action}"]`).click(),
  ]);
  return {
    name: download.suggestedFilename(),
    content: readFileSync(await download.path(), 'utf8'),
  };
}

test('the report, its tables and the marked text can be saved, and nothing is sent', async () => {
  await visit(browser(), siteAddress(), async ({ page, said, asked, violations }) => {
    await holdsReportOf(page, article);
    const before = asked.filter((address) => !address.startsWith('blob:')).length;
    const report = await saved(page, 'save-json');
    expect(report.name).toBe('textlens-report.json');
    const expected = JSON.stringify(nativeReport(article));
    expect(firstDifference(JSON.stringify(JSON.parse(report.content)), expected)).toBeNull();
    const keywords = (await saved(page, 'save-keywords')).content.trim().split('\r\n');
    expect(keywords).toHaveLength(nativeReport(article).keywords.length + 1);
    const entities = (await saved(page, 'save-entities')).content.trim().split('\r\n');
    expect(entities).toHaveLength(nativeReport(article).entities.length + 1);
    const marked = (await saved(page, 'save-html')).content;
    expect(marked.match(/<mark class="person"/g)).toHaveLength(
      entityLayers(article).person?.length ?? 0,
    );
    expect(asked.filter((address) => !address.startsWith('blob:'))).toHaveLength(before);
    expect(said).toEqual([]);
    expect(await violations()).toEqual([]);
  });
});

test('the export menu closes with the focus on its name, and says where there is no clipboard', async () => {
  const options = { before: () => void Reflect.deleteProperty(Navigator.prototype, 'clipboard') };
  await visit(
    browser(),
    siteAddress(),
    async ({ page, said }) => {
      await holdsReportOf(page, article);
      await page.locator('#export summary').click();
      await page.locator('#export [data-action="copy-json"]').click();
      await eventually(() => page.locator('#said').innerText()).toContain('did not let the page');
      const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
      expect(await focused()).toBe('Export');
      expect(await page.locator('#export').getAttribute('open')).toBeNull();
      expect(said).toEqual([]);
    },
    options,
  );
});

test('the address remembers the panel and the marks, and opens with them', async () => {
  await visit(browser(), siteAddress(), async ({ page, asked }) => {
    await holdsReportOf(page, article);
    const lens = page.locator('text-lens');
    await lens.locator('[data-tab="style"]').click();
    await lens.locator('[data-mark="hard-sentence"]').click();
    await lens.locator('.legend [data-type="person"]').click();
    await eventually(() => new URL(page.url()).hash).toBe(
      '#open=style&marks=hard-sentence&hide=duration,quantity,ordinal,cardinal,person',
    );
    await page.reload();
    await holdsReportOf(page, article);
    const { person, ...others } = entityLayers(article);
    expect(person).toBeDefined();
    await eventually(async () => {
      const { 'hard-sentence': hard, ...painted } = await paintedLayers(page);
      return hard && painted;
    }).toEqual(others);
    expect(await lens.locator('[data-tab="style"]').getAttribute('aria-current')).toBe('true');
    expect(asked.some((address) => address.includes('hide'))).toBe(false);
  });
});

test('keys go from place to place and open the help; they can be switched off', async () => {
  await visit(browser(), siteAddress(), async ({ page }) => {
    await holdsReportOf(page, article);
    const position = page.locator('text-lens [part="pick"] [data-index]');
    await page.locator('text-lens [data-keyword]').first().click();
    await page.keyboard.press('n');
    await eventually(() => position.getAttribute('data-index')).toBe('1');
    await page.keyboard.press('p');
    await eventually(() => position.getAttribute('data-index')).toBe('0');
    await page.keyboard.press('?');
    const help = page.getByRole('dialog');
    await eventually(() => help.isVisible()).toBe(true);
    await help.getByLabel('Single keys act').uncheck();
    await page.keyboard.press('Escape');
    await eventually(() => help.isVisible()).toBe(false);
    // Closing the help does not let go of what is picked.
    await page.keyboard.press('n');
    expect(await position.getAttribute('data-index')).toBe('0');
  });
});

test('on paper, and where screen readers are to announce them, the marks are elements', async () => {
  await visit(browser(), siteAddress(), async ({ page }) => {
    await holdsReportOf(page, article);
    const marks = () => page.locator('text-lens .reading mark.person').allInnerTexts();
    const people = [...(entityLayers(article).person ?? [])];
    await eventually(async () => (await paintedLayers(page)).person).toEqual(people);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await eventually(async () => (await marks()).sort()).toEqual(people);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await eventually(async () => (await marks()).length).toBe(0);
    await eventually(async () => (await paintedLayers(page)).person).toEqual(people);

    await page.locator('text-lens').evaluate((lens) => lens.setAttribute('marking', 'elements'));
    await eventually(async () => (await marks()).sort()).toEqual(people);
    const names = await page
      .locator('text-lens .reading mark.person')
      .evaluateAll((found) => found.map((mark) => mark.getAttribute('data-name')));
    expect(new Set(names)).toEqual(new Set(['Person']));
    expect(await paintedLayers(page)).toEqual({});
    const paragraphs = await page.locator('text-lens .reading p').allTextContents();
    expect(paragraphs).toEqual(article.trim().split('\n'));
  });
});

test('a file that takes the place of what was written can be undone', async () => {
  const own = 'My own words on the bridge.';
  await visit(browser(), siteAddress(), async ({ page }) => {
    await holdsReportOf(page, article);
    await page.getByRole('button', { name: 'Write or paste' }).click();
    await page.locator('#text').fill(own);
    await holdsReportOf(page, own);
    const file = { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('A river.') };
    await page.locator('#file').setInputFiles(file);
    await holdsReportOf(page, 'A river.');
    await page.getByRole('button', { name: 'Bring my text back' }).click();
    await holdsReportOf(page, own);
    expect(await page.locator('#text').inputValue()).toBe(own);
    expect(await page.getByRole('button', { name: 'Bring my text back' }).count()).toBe(0);
  });
});

test('nothing that was written is lost, whatever files are opened', async () => {
  await visit(browser(), siteAddress(), async ({ page }) => {
    await holdsReportOf(page, article);
    const open = async (name: string, text: string) => {
      const file = { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
      await page.locator('#file').setInputFiles(file);
      await eventually(() => page.title()).toBe(`${name} \u2013 textlens`);
    };
    const header = page.locator('header');
    const back = page.getByRole('button', { name: 'Bring my text back' });
    const area = page.locator('#text');
    await header.getByRole('button', { name: 'Write or paste' }).click();
    await area.fill('My own words.');
    // A file that is too long for the text area leaves it as it is.
    await open('long.txt', 'The bridge is long. '.repeat(60_000));
    await header.getByRole('button', { name: 'Write or paste' }).click();
    expect(await area.inputValue()).toBe('My own words.');

    await open('first.txt', 'A river.');
    await header.getByRole('button', { name: 'Write or paste' }).click();
    expect(await page.title()).toBe('textlens');
    await back.waitFor();
    await area.pressSequentially('!');
    await open('second.txt', 'A mountain.');
    await back.click();
    expect(await area.inputValue()).toBe('A river.!');
    await back.click();
    expect(await area.inputValue()).toBe('My own words.');
    await back.click();
    expect(await area.inputValue()).toBe('A river.!');
    await open('third.txt', 'A lake.');
    await header.getByRole('button', { name: 'Article' }).click();
    expect(await page.title()).toBe('textlens');
  });
});

test('what is pasted from a page or a word processor stays plain text', async () => {
  await visit(browser(), siteAddress(), async ({ page, context, said }) => {
    await holdsReportOf(page, article);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Write or paste' }).click();
    await page.evaluate(async () => {
      const html =
        '<p class="MsoNormal">The <b>mayor</b> of Paris.<script>document.title = 1</' +
        'script></p>';
      const kinds = { 'text/html': html, 'text/plain': 'The mayor of Paris.' };
      const blobs = Object.entries(kinds).map(([type, data]) => [type, new Blob([data], { type })]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    });
    await page.locator('#text').focus();
    await page.keyboard.press('ControlOrMeta+V');
    await holdsReportOf(page, 'The mayor of Paris.');
    expect(await page.locator('#text').inputValue()).toBe('The mayor of Paris.');
    expect(said).toEqual([]);
  });
});

test('a number says what it is when asked; the definitions are fetched at the first question', async () => {
  await visit(browser(), siteAddress(), async ({ page, asked, said }) => {
    await holdsReportOf(page, article);
    const fetched = () => asked.filter((address) => address.includes('explore')).length;
    expect(fetched()).toBe(0);
    const row = page.locator('text-lens [data-statistic="words"]');
    await row.locator('.about').click();
    await eventually(() => row.locator('.definition').innerText()).toContain('hyphen');
    expect(await row.locator('.about').getAttribute('aria-expanded')).toBe('true');
    expect(fetched()).toBe(1);
    await row.locator('.about').click();
    await eventually(() => row.locator('.definition').count()).toBe(0);
    const abouts = await page.locator('text-lens .about').all();
    expect(abouts.length).toBeGreaterThan(20);
    // Every number that can be asked about has an answer.
    await page.locator('text-lens details').evaluateAll((all) => {
      for (const details of all) details.setAttribute('open', '');
    });
    for (const about of abouts) await about.click();
    await eventually(async () => {
      const texts = await page.locator('text-lens .definition').allInnerTexts();
      return texts.length >= abouts.length && texts.every((text) => text.length > 5);
    }).toBe(true);
    expect(fetched()).toBe(1);
    expect(said).toEqual([]);
  });
});
