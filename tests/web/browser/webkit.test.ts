/** The same page in WebKit, where it is installed: report, marks, lines, selection, typing, search. */

import { expect, test } from 'vitest';
import { seed } from '../support/core.ts';
import { siteAddress, webKitDriver } from '../support/project.ts';
import { launchWebKit } from '../support/webkit.ts';
import { entityLayers, eventually, holdsReportOf, nativeReport, paintedLayers } from './visit.ts';

const driver = webKitDriver();
const article = seed();
if (driver === null) console.warn('WebKit is left out: TEXTLENS_WEBKIT names no WebKitWebDriver.');
/** Escape, as WebDriver writes it. */
const ESCAPE = '\ue00c';

test.skipIf(driver === null)('WebKit shows, marks and selects as the others do', async () => {
  const page = await launchWebKit(driver ?? '');
  try {
    await page.goto(siteAddress());
    await holdsReportOf(page, article);
    await eventually(() => paintedLayers(page)).toEqual(entityLayers(article));

    // WebKit reads no shorthand of more than one value: the second sign besides colour was lost.
    const lines = await page.evaluate((selector) => {
      const samples = document.querySelector('text-lens')?.shadowRoot?.querySelectorAll(selector);
      return [...(samples ?? [])].map((sample) => {
        const look = getComputedStyle(sample);
        return `${look.textDecorationLine} ${look.textDecorationStyle}`;
      });
    }, '.legend .sample');
    expect(lines).toContain('underline dotted');
    expect(lines).toContain('underline double');

    const [keyword] = nativeReport(article).keywords;
    if (!keyword) throw new Error('The article has no keyword.');
    const click = (selector: string) =>
      page.evaluate((wanted) => {
        const inside = document.querySelector('text-lens')?.shadowRoot;
        const found = inside?.querySelector(wanted) ?? document.querySelector(wanted);
        if (found instanceof HTMLElement) found.click();
      }, selector);
    await click(`[data-keyword="${keyword.term}"]`);
    const places = keyword.spans.map(({ start, end }) => article.slice(start, end));
    await eventually(async () => (await paintedLayers(page)).picked).toEqual([...places].sort());
    await page.press(ESCAPE);
    await eventually(() => paintedLayers(page)).toEqual(entityLayers(article));

    const type = (selector: string, text: string) =>
      page.evaluate(
        ([wanted = '', typed = '']) => {
          const inside = document.querySelector('text-lens')?.shadowRoot;
          const field = inside?.querySelector(wanted) ?? document.querySelector(wanted);
          if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
            field.value = typed;
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
          }
        },
        [selector, text],
      );
    await type('input[type="search"]', 'missil*');
    const found = () =>
      page.evaluate(
        (wanted) =>
          document
            .querySelector('text-lens')
            ?.shadowRoot?.querySelector(wanted)
            ?.getAttribute('data-found') ?? null,
        'p.count',
      );
    await eventually(found).toBe(String(article.match(/\bmissil/gi)?.length));

    const typed = 'Kim met the mayor of Paris.';
    await click('[data-action="write"]');
    await type('#text', typed);
    await holdsReportOf(page, typed);
  } finally {
    await page.close();
  }
});
