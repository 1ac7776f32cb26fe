/** What a reader still has where something is missing: the article, and a sentence that says what. */

import { expect, test } from 'vitest';
import { seed } from '../support/core.ts';
import { siteAddress } from '../support/project.ts';
import { chromiumForAll } from './launch.ts';
import {
  entityLayers,
  eventually,
  heldReport,
  holdsReportOf,
  nativeReport,
  type Visit,
  visit,
} from './visit.ts';

const browser = chromiumForAll();
const article = seed();
const paragraphs = article.trim().split('\n');

/** The paragraphs of the article that can be read now, wherever they stand. */
const readable = ({ page }: Visit) =>
  page
    .locator('text-lens p:visible')
    .allInnerTexts()
    .then((texts) => texts.filter((text) => paragraphs.includes(text)));

const problem = ({ page }: Visit) => page.locator('text-lens .problem').allInnerTexts();

test('without JavaScript the article stands there, with one sentence', async () => {
  await visit(
    browser(),
    siteAddress(),
    async (visited) => {
      const { page, said } = visited;
      expect(await readable(visited)).toEqual(paragraphs);
      const notices = await page.locator('.notice:visible').allInnerTexts();
      expect(notices.map((text) => text.trim())).toEqual([
        expect.stringMatching(/^[^.]*JavaScript[^.]*\.$/),
      ]);
      // Nothing is offered that does not work.
      expect(await page.locator('button:visible, textarea:visible').allInnerTexts()).toEqual([]);
      expect(said).toEqual([]);
    },
    { javaScriptEnabled: false },
  );
});

test('before the script runs, the article stands there', async () => {
  await visit(
    browser(),
    siteAddress(),
    async (visited) => {
      expect(await readable(visited)).toEqual(paragraphs);
    },
    { missing: ['**/assets/*.js'] },
  );
});

function withoutWebAssembly(): void {
  Reflect.deleteProperty(globalThis, 'WebAssembly');
}

function withoutSimd(): void {
  WebAssembly.validate = () => false;
}

test.each([
  ['WebAssembly', withoutWebAssembly, 'no-webassembly', /^[^.]*WebAssembly[^.]*\.$/],
  ['WebAssembly SIMD', withoutSimd, 'no-simd', /^.*SIMD.*\.$/],
])('without %s the article stands there, with one sentence', async (_, before, code, sentence) => {
  await visit(
    browser(),
    siteAddress(),
    async (visited) => {
      const { said, events } = visited;
      await eventually(() => problem(visited)).toEqual([expect.stringMatching(sentence)]);
      expect(await readable(visited)).toEqual(paragraphs);
      expect(await events('error')).toMatchObject([{ code }]);
      expect(said).toEqual([]);
    },
    { before },
  );
});

test('without the Custom Highlight API the places are marked by elements', async () => {
  await visit(
    browser(),
    siteAddress(),
    async ({ page, said }) => {
      await holdsReportOf(page, article);
      const marks = async () => {
        const found = await page
          .locator('text-lens .reading mark')
          .evaluateAll((elements) =>
            elements.map((mark) => [mark.className, mark.textContent ?? ''] as const),
          );
        const layers: Record<string, string[]> = {};
        for (const [layer, text] of found) layers[layer] = [...(layers[layer] ?? []), text].sort();
        return layers;
      };
      const entities = entityLayers(article);
      await eventually(marks).toEqual(entities);
      const { name, type, mentions } =
        nativeReport(article).entities[0] ?? expect.fail('no entity');
      await page.locator(`text-lens button[data-entity="${name}"][data-type="${type}"]`).click();
      const picked = async () => (await marks())[`${type} picked`]?.length ?? 0;
      // All but the current one, which is in a third layer.
      await eventually(picked).toBe(mentions.length - 1);
      await eventually(async () => (await marks())[`${type} picked current`]).toHaveLength(1);
      expect(await page.locator('text-lens .reading p').allInnerTexts()).toEqual(paragraphs);
      await page.keyboard.press('Escape');
      await eventually(marks).toEqual(entities);
      expect(said).toEqual([]);
    },
    {
      before: () => {
        Reflect.deleteProperty(globalThis, 'Highlight');
      },
    },
  );
});

test('without workers the work is done in the page', async () => {
  await visit(
    browser(),
    siteAddress(),
    async ({ page, said }) => {
      await holdsReportOf(page, article);
      expect(said).toEqual([]);
      expect(page.workers()).toEqual([]);
    },
    {
      before: () => {
        Reflect.deleteProperty(globalThis, 'Worker');
      },
    },
  );
});

test('with a worker that does not start the work is done in the page', async () => {
  await visit(
    browser(),
    siteAddress(),
    async ({ page }) => {
      await holdsReportOf(page, article);
      expect(page.workers()).toEqual([]);
    },
    { missing: ['**/assets/worker*.js'] },
  );
});

test('with a worker that says nothing the work is done in the page', async () => {
  await visit(
    browser(),
    siteAddress(),
    async ({ page, said }) => {
      await holdsReportOf(page, article);
      expect(said).toEqual([]);
    },
    {
      before: () => {
        class SilentWorker extends EventTarget {
          postMessage(): void {}
          terminate(): void {}
        }
        Reflect.set(globalThis, 'Worker', SilentWorker);
      },
    },
  );
});

test('without the core the article stands there, with one sentence', async () => {
  await visit(
    browser(),
    siteAddress(),
    async (visited) => {
      await eventually(() => problem(visited)).toEqual([
        expect.stringMatching(/core.*\.wasm.*404/),
      ]);
      expect(await readable(visited)).toEqual(paragraphs);
      expect(await visited.events('error')).toMatchObject([{ code: 'not-found' }]);
    },
    { missing: ['**/*.wasm'] },
  );
});

test('without the names pack all but the entities is there', async () => {
  await visit(
    browser(),
    siteAddress(),
    async (visited) => {
      const { page } = visited;
      await eventually(() => problem(visited)).toEqual([expect.stringMatching(/names.*404/)]);
      const report = JSON.parse((await heldReport(page)) ?? 'null');
      expect(report.keywords).toEqual(nativeReport(article).keywords);
      // Dates and amounts are told by grammar; names need their pack.
      const named = report.entities.filter(({ type }: { type: string }) =>
        ['person', 'place', 'organisation', 'nationality'].includes(type),
      );
      expect(named).toEqual([]);
      expect(await page.locator('text-lens [data-figure="words"] dd').innerText()).toBe('565');
      expect(await readable(visited)).toEqual(paragraphs);
      // Nothing is promised that will not come.
      expect(await page.locator('text-lens [data-panel="entities"]').innerText()).not.toMatch(
        /on their way/,
      );
    },
    { missing: ['**/*names*.pack'] },
  );
});

const BAD_SOURCES = [
  ['./seeds/none.txt', 'not-found', /none\.txt.*404/],
  ['./textlens.wasm', 'not-text', /textlens\.wasm.*application\/wasm/],
  ['http://127.0.0.1:1/parade.txt', 'not-found', /127\.0\.0\.1:1/],
  ['./latin-1.txt', 'not-text', /latin-1\.txt.*byte 1/],
] as const;

test('a src that is not found or not text is told in a sentence and by an event', async () => {
  await visit(browser(), siteAddress(), async (visited) => {
    const { page, events } = visited;
    await page.route('**/textlens.wasm', (route) =>
      route.fulfill({ contentType: 'application/wasm', body: '\0asm' }),
    );
    await page.route('**/latin-1.txt', (route) =>
      route.fulfill({ contentType: 'text/plain', body: Buffer.from('Müller', 'latin1') }),
    );
    const setSource = (src: string) =>
      page.evaluate((src) => {
        const lens = document.querySelector('text-lens');
        if (lens) lens.src = src;
      }, src);
    for (const [src, code, sentence] of BAD_SOURCES) {
      await setSource('./seeds/parade.txt');
      await holdsReportOf(page, article);
      await eventually(() => problem(visited)).toEqual([]);
      await setSource(src);
      await eventually(() => problem(visited)).toEqual([expect.stringMatching(sentence)]);
      expect(await page.locator('text-lens .problem').isVisible()).toBe(true);
      expect((await events('error')).at(-1)).toMatchObject({
        code,
        text: expect.stringMatching(sentence),
      });
      // What stands between the tags is read meanwhile.
      expect(await readable(visited)).toEqual(paragraphs);
    }
    expect(await events('error')).toHaveLength(BAD_SOURCES.length);
  });
});
