/** `<text-lens>` on other people's pages, from the library build. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { seed } from '../support/core.ts';
import { inProject } from '../support/project.ts';
import { serve } from '../support/serve.ts';
import { hostFor, LIBRARY, OTHER, SCRIPT, TEXT } from './host.ts';
import { chromiumForAll } from './launch.ts';
import {
  entityLayers,
  eventually,
  heldReport,
  holdsReportOf,
  nativeReport,
  paintedLayers,
  visit,
} from './visit.ts';

const browser = chromiumForAll();
const host = hostFor(browser);

test('one script tag and a value', async () => {
  await host(
    `${SCRIPT}<text-lens value="${TEXT}"></text-lens>`,
    async ({ page, said, asked }, { url }) => {
      await holdsReportOf(page, TEXT);
      await eventually(() => paintedLayers(page)).toEqual(entityLayers(TEXT));
      expect(said).toEqual([]);
      expect(asked.filter((address) => !address.startsWith(url) && address !== 'data:,')).toEqual(
        [],
      );
    },
  );
});

test('src is fetched, and fetched anew when it changes', async () => {
  await host(`${SCRIPT}<text-lens src="text.txt"></text-lens>`, async ({ page, said, events }) => {
    await holdsReportOf(page, TEXT);
    await page.locator('text-lens').evaluate((lens) => lens.setAttribute('src', 'other.txt'));
    await holdsReportOf(page, OTHER);
    await eventually(() => page.locator('text-lens .reading').innerText()).toBe(OTHER);
    expect((await events('report')).at(-1)?.words).toBe(nativeReport(OTHER).statistics.words);
    expect(said).toEqual([]);
  });
});

test('the text between the tags is marked in place and not changed', async () => {
  const own = `<p>President <em>Vladimir</em> Putin met the <a href="#x">mayor</a> in Paris.</p><p>The old bridge was open again.</p>`;
  await host(`${SCRIPT}<text-lens>${own}</text-lens>`, async ({ page, said }) => {
    const text = TEXT.replace('Paris. ', 'Paris.\n\n');
    await holdsReportOf(page, text);
    await eventually(() => paintedLayers(page)).toEqual(entityLayers(text));
    expect(await page.locator('text-lens').innerHTML()).toBe(own);
    expect(await page.locator('text-lens p').first().isVisible()).toBe(true);
    await page.locator('text-lens [data-keyword="bridge"]').click();
    await eventually(async () => (await paintedLayers(page)).current).toEqual(['bridge']);
    expect(said).toEqual([]);
  });
});

test('for marks another part of the page in place, and follows its changes', async () => {
  const body = `<article id="story"><p>${TEXT}</p></article><text-lens for="story"></text-lens>${SCRIPT}`;
  await host(body, async ({ page, said }) => {
    await holdsReportOf(page, TEXT);
    await eventually(() => paintedLayers(page)).toEqual(entityLayers(TEXT));
    expect(await page.locator('#story').innerHTML()).toBe(`<p>${TEXT}</p>`);
    // The text stands once on the page, not again in the element.
    expect(await page.locator('text-lens .reading').isVisible()).toBe(false);
    await page.locator('#story p').evaluate((paragraph, text) => {
      paragraph.textContent = text;
    }, OTHER);
    await holdsReportOf(page, OTHER);
    await eventually(() => paintedLayers(page)).toEqual(entityLayers(OTHER));
    expect(said).toEqual([]);
  });
});

test('for an id that nobody has is told', async () => {
  await host(`${SCRIPT}<text-lens for="nobody"></text-lens>`, async ({ page, events }) => {
    await eventually(() => events('error')).toMatchObject([
      { code: 'not-found', text: expect.stringContaining('"nobody"') },
    ]);
    await eventually(() => page.locator('text-lens .problem').innerText()).toContain('"nobody"');
  });
});

test('a src that is not found leaves what stands between the tags', async () => {
  const body = `${SCRIPT}<text-lens src="none.txt"><p id="own">Stand-in.</p></text-lens>`;
  await host(body, async ({ page, events }) => {
    await eventually(() => events('error')).toMatchObject([{ code: 'not-found' }]);
    await eventually(() => page.locator('text-lens .problem').innerText()).toContain('none.txt');
    expect(await page.locator('#own').isVisible()).toBe(true);
  });
});

test('panels says what is shown', async () => {
  const body = `${SCRIPT}<text-lens value="${TEXT}" panels="keywords entities nonsense"></text-lens>`;
  await host(body, async ({ page }) => {
    await holdsReportOf(page, TEXT);
    const shown = () =>
      page
        .locator('text-lens')
        .evaluate((lens) =>
          [...(lens.shadowRoot?.querySelectorAll('[data-panel], .overview, .reading') ?? [])]
            .filter((part) => part.checkVisibility())
            .map((part) => part.getAttribute('data-panel') ?? part.className),
        );
    await eventually(shown).toEqual(['keywords', 'entities']);
    await page
      .locator('text-lens')
      .evaluate((lens) => lens.setAttribute('panels', 'text statistics'));
    await eventually(shown).toEqual(expect.arrayContaining(['reading', 'statistics']));
    expect(await shown()).not.toContain('keywords');
    await page.locator('text-lens').evaluate((lens) => lens.removeAttribute('panels'));
    await eventually(async () => (await shown()).length).toBe(7);
  });
});

test('lang is the language of the text', async () => {
  const body = `${SCRIPT}<text-lens lang="de" value="${TEXT}"></text-lens>`;
  await host(body, async ({ page, said }) => {
    const language = async () => JSON.parse((await heldReport(page)) ?? 'null')?.language;
    await eventually(language).toBe('de');
    await eventually(() =>
      page.locator('text-lens [data-readability="ease"]').innerText(),
    ).toContain('another language');
    await page.locator('text-lens').evaluate((lens) => lens.setAttribute('lang', 'en'));
    await eventually(language).toBe('en');
    await page.locator('text-lens').evaluate((lens) => lens.removeAttribute('lang'));
    await holdsReportOf(page, TEXT);
    expect(said).toEqual([]);
  });
});

test('the day of writing dates what is told from it, and stop words are no keywords', async () => {
  const attributes = 'reference-date="2023-07-28" stop-words="mayor bridges"';
  const value = 'The mayor met the president in Paris last Friday. The old bridge was open, and the other bridges.';
  const body = `${SCRIPT}<text-lens ${attributes} lang="en" value="${value}"></text-lens>`;
  await host(body, async ({ page, said, events }) => {
    const report = async () => JSON.parse((await heldReport(page)) ?? '{"entities":[],"keywords":[]}');
    const dates = async () => (await report()).entities.map(({ date }: { date: string | null }) => date);
    const terms = async () => (await report()).keywords.map(({ term }: { term: string }) => term);
    await eventually(dates).toContain('2023-07-21');
    expect(await terms()).toContain('president');
    expect(await terms()).not.toEqual(expect.arrayContaining(['bridge']));
    const lens = page.locator('text-lens');
    await lens.evaluate((lens) => {
      lens.removeAttribute('stop-words');
      lens.removeAttribute('reference-date');
    });
    await eventually(terms).toEqual(expect.arrayContaining(['mayor', 'bridge']));
    expect(await dates()).not.toContain('2023-07-21');
    expect(said).toEqual([]);
    await lens.evaluate((lens) => lens.setAttribute('reference-date', 'yesterday'));
    await eventually(() => lens.locator('.problem').innerText()).toContain('2023-07-28');
    expect(await events('error')).toMatchObject([{ code: 'bad-options' }]);
  });
});

test('several elements share one core and keep apart what they mark', async () => {
  const body =
    `${SCRIPT}<text-lens id="one" value="${TEXT}"></text-lens>` +
    `<text-lens id="two" value="${OTHER}"></text-lens><text-lens id="three" src="text.txt"></text-lens>`;
  await host(body, async ({ page, said }, { asked }) => {
    await holdsReportOf(page, TEXT, 'one');
    await holdsReportOf(page, OTHER, 'two');
    await holdsReportOf(page, TEXT, 'three');
    expect(asked.filter((path) => /wasm|pack|worker/.test(path)).sort()).toEqual([
      '/lib/en.names.pack',
      '/lib/en.words.pack',
      '/lib/textlens_bg.wasm',
      '/lib/worker.js',
    ]);
    const twice = (texts: readonly string[] = []) => [...texts, ...texts];
    const places = [
      ...twice(entityLayers(TEXT).place),
      ...(entityLayers(OTHER).place ?? []),
    ].sort();
    await eventually(async () => (await paintedLayers(page)).place).toEqual(places);

    await page.locator('#two [data-keyword="bridge"]').click();
    await eventually(async () => (await paintedLayers(page)).picked).toEqual(['bridge', 'bridge']);
    await page.locator('#one').evaluate((lens) => lens.remove());
    await eventually(async () => (await paintedLayers(page)).place).toEqual(
      [...(entityLayers(TEXT).place ?? []), ...(entityLayers(OTHER).place ?? [])].sort(),
    );
    expect((await paintedLayers(page)).picked).toEqual(['bridge', 'bridge']);
    expect(said).toEqual([]);
  });
});

test('a property set before the element is defined is kept', async () => {
  const body = `<text-lens></text-lens><script>
    document.querySelector('text-lens').value = ${JSON.stringify(TEXT)};
    document.querySelector('text-lens').panels = 'keywords';
    const script = document.createElement('script');
    script.type = 'module';
    script.src = '/lib/text-lens.js';
    document.head.append(script);
  </script>`;
  await host(body, async ({ page, said }) => {
    await holdsReportOf(page, TEXT);
    await eventually(() => page.locator('text-lens [data-panel]').count()).toBe(1);
    // The element's accessors are in force again.
    await page.locator('text-lens').evaluate((lens, text) => {
      (lens as HTMLElementTagNameMap['text-lens']).value = text;
    }, OTHER);
    await holdsReportOf(page, OTHER);
    expect(said).toEqual([]);
  });
});

test('an element that a script makes works', async () => {
  await host(`${SCRIPT}<main></main>`, async ({ page, said }) => {
    await page.evaluate(async (text) => {
      await customElements.whenDefined('text-lens');
      const lens = document.createElement('text-lens');
      lens.value = text;
      document.querySelector('main')?.append(lens);
    }, TEXT);
    await holdsReportOf(page, TEXT);
    expect(said).toEqual([]);
  });
});

test('a second definition changes nothing', async () => {
  const body = `${SCRIPT}<script type="module" src="/lib/text-lens.js?again"></script><text-lens value="${TEXT}"></text-lens>`;
  await host(body, async ({ page, said }) => {
    await holdsReportOf(page, TEXT);
    // As a string: the test runner would put its own `import` into a function.
    const same = await page.evaluate<boolean>(`(async () => {
      const defined = customElements.get('text-lens');
      const third = await import('/lib/text-lens.js?third');
      third.defineTextLens();
      return customElements.get('text-lens') === defined;
    })()`);
    expect(same).toBe(true);
    expect(said).toEqual([]);
  });
});

test('another version that is defined already stays, and both are named once', async () => {
  const body = `<script>
    customElements.define('text-lens', class extends HTMLElement { static version = '0.0.1-other'; });
  </script>${SCRIPT}`;
  await host(body, async ({ page, said }) => {
    await eventually(() => said).toEqual([
      expect.stringMatching(/^warning: .*0\.0\.1-other.*\d+\.\d+\.\d+/),
    ]);
    const version = await page.evaluate(() => {
      const defined = customElements.get('text-lens');
      return defined && 'version' in defined ? defined.version : null;
    });
    expect(version).toBe('0.0.1-other');
  });
});

test('the class alone registers nothing', async () => {
  const body =
    '<script type="module" src="/lib/text-lens-element.js"></script><text-lens></text-lens>';
  await host(body, async ({ page, said }) => {
    const found = await page.evaluate<string[]>(`(async () => {
      const { TextLensElement } = await import('/lib/text-lens-element.js');
      return [typeof TextLensElement, typeof customElements.get('text-lens')];
    })()`);
    expect(found).toEqual(['function', 'undefined']);
    expect(said).toEqual([]);
  });
});

test('one that is taken out leaves nothing behind, and works when it is put back', async () => {
  const body = `${SCRIPT}<p id="story">${TEXT}</p><text-lens for="story"></text-lens>`;
  await host(body, async ({ page, said }) => {
    const sheets = () => page.evaluate(() => document.adoptedStyleSheets.length);
    await holdsReportOf(page, TEXT);
    await eventually(() => paintedLayers(page)).toEqual(entityLayers(TEXT));
    expect(await sheets()).toBe(1);
    for (let time = 0; time < 3; time += 1) {
      const lens = await page.evaluateHandle(() => {
        const lens = document.querySelector('text-lens');
        lens?.remove();
        return lens;
      });
      await eventually(() => paintedLayers(page)).toEqual({});
      expect(await sheets()).toBe(0);
      await lens.evaluate((lens) => lens && document.body.append(lens));
      await eventually(() => paintedLayers(page)).toEqual(entityLayers(TEXT));
      expect(await sheets()).toBe(1);
    }
    expect(said).toEqual([]);
  });
});

test('one that is taken out lets the text go that the search held, and asks anew when it is put back', async () => {
  await host(
    `${SCRIPT}<text-lens value="${TEXT}"></text-lens>`,
    async ({ page }) => {
      await holdsReportOf(page, TEXT);
      const search = page.getByRole('searchbox', { name: 'Search the text' });
      const found = () => page.locator('text-lens p.count').getAttribute('data-found');
      const told = () => page.evaluate(() => Reflect.get(globalThis, 'told').join());
      await search.fill('bridge');
      await eventually(found).toBe('1');
      await page.evaluate(() => {
        const lens = document.querySelector('text-lens');
        lens?.remove();
        Reflect.set(globalThis, 'lens', lens);
      });
      await eventually(told).toBe('open,close');
      await page.evaluate(() => document.body.append(Reflect.get(globalThis, 'lens')));
      await eventually(told).toBe('open,close,open');
      await eventually(found).toBe('1');
      await page.evaluate(() => {
        const lens = document.querySelector('text-lens');
        if (lens) Object.assign(lens, { value: null, htmlFor: 'nobody' });
      });
      await eventually(told).toBe('open,close,open,close');
    },
    {
      before: () => {
        const told: string[] = [];
        Reflect.set(globalThis, 'told', told);
        const { postMessage } = Worker.prototype;
        Worker.prototype.postMessage = function (message, ...rest: unknown[]) {
          if (['open', 'close'].includes(message.type)) told.push(message.type);
          Reflect.apply(postMessage, this, [message, ...rest]);
        };
      },
    },
  );
});

test('one that is moved into another tree is painted there', async () => {
  const body = `${SCRIPT}<text-lens value="${TEXT}"></text-lens><div id="frame"></div>`;
  await host(body, async ({ page, said }) => {
    await holdsReportOf(page, TEXT);
    await page.evaluate(() => {
      const lens = document.querySelector('text-lens');
      const root = document.querySelector('#frame')?.attachShadow({ mode: 'open' });
      if (lens) root?.append(lens);
    });
    await eventually(() => paintedLayers(page)).toEqual(entityLayers(TEXT));
    expect(said).toEqual([]);
  });
});

test('where webpack has put in its own addresses, the worker starts', async () => {
  const library = readFileSync(inProject('www/dist-lib/text-lens.js'), 'utf8');
  const bundled = library
    .replaceAll(/new URL\("\.\/([\w.]+)",import\.meta\.url\)/g, 'new URL("/lib/$1",location.href)')
    .replaceAll('import.meta.url', '"file:///built/text-lens.js"');
  const page = `<!doctype html><link rel="icon" href="data:,"><script type="module" src="/main.js"></script><text-lens value="${TEXT}"></text-lens>`;
  const served = await serve({
    folders: LIBRARY,
    answers: { '/': { body: page }, '/main.js': { body: bundled, type: 'text/javascript' } },
  });
  try {
    await visit(browser(), served.url, async ({ page, said }) => {
      await holdsReportOf(page, TEXT);
      expect(page.workers()).toHaveLength(1);
      expect(said).toEqual([]);
    });
  } finally {
    await served.close();
  }
});

test('from another origin it works by its script tag alone', async () => {
  const library = await serve({
    folders: LIBRARY,
    headers: { 'access-control-allow-origin': '*' },
  });
  try {
    const script = `<script type="module" src="${library.url}lib/text-lens.js"></script>`;
    await host(`${script}<text-lens value="${TEXT}"></text-lens>`, async ({ page, said }) => {
      await holdsReportOf(page, TEXT);
      expect(page.workers()).toHaveLength(1);
      expect(library.asked.filter((path) => path.endsWith('.wasm'))).toHaveLength(1);
      expect(said).toEqual([]);
    });
  } finally {
    await library.close();
  }
});

test('a strict policy of the host needs no more for it than the README says', async () => {
  const library = await serve({
    folders: LIBRARY,
    headers: { 'access-control-allow-origin': '*' },
  });
  const origin = new URL(library.url).origin;
  const policy = (workers: string, files: string) =>
    `default-src 'none'; script-src ${files} 'wasm-unsafe-eval'; connect-src ${files}; ` +
    `worker-src ${workers}; style-src 'none'; img-src data:`;
  const page = (script: string) =>
    `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">` +
    `<script type="module" src="${script}"></script><text-lens value="${TEXT}"></text-lens>`;
  try {
    for (const [script, allowed] of [
      ['/lib/text-lens.js', policy("'self'", "'self'")],
      [`${origin}/lib/text-lens.js`, policy(`blob: ${origin}`, origin)],
    ] as const) {
      const host = await serve({
        folders: LIBRARY,
        answers: { '/page/': { body: page(script) } },
        headers: { 'content-security-policy': allowed },
      });
      try {
        await visit(browser(), `${host.url}page/`, async ({ page, said, violations }) => {
          await holdsReportOf(page, TEXT);
          await eventually(() => paintedLayers(page)).toEqual(entityLayers(TEXT));
          const root = page.locator('text-lens [part="root"]');
          expect(await root.getAttribute('data-engine')).toBe('worker');
          expect(said).toEqual([]);
          expect(await violations()).toEqual([]);
        });
      } finally {
        await host.close();
      }
    }
  } finally {
    await library.close();
  }
});

test('assets says where the files lie', async () => {
  const body = `<script type="module" src="/lib/text-lens.js"></script><text-lens assets="/files" value="${TEXT}"></text-lens>`;
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title>${body}`;
  const folder = inProject('www/dist-lib');
  const served = await serve({
    folders: { '/lib/': folder, '/files/': folder },
    answers: { '/': { body: page } },
  });
  try {
    await visit(browser(), served.url, async ({ page }) => {
      await holdsReportOf(page, TEXT);
      expect(served.asked).toEqual(
        expect.arrayContaining([
          '/files/worker.js',
          '/files/textlens_bg.wasm',
          '/files/en.names.pack',
        ]),
      );
      expect(served.asked.filter((path) => /^\/lib\/.*(wasm|pack|worker)/.test(path))).toEqual([]);
    });
  } finally {
    await served.close();
  }
});

test('the seed from a page of one line', async () => {
  const served = await serve({
    folders: { ...LIBRARY, '/seeds/': inProject('seeds') },
    answers: {
      '/': { body: `<!doctype html>${SCRIPT}<text-lens src="seeds/parade.txt"></text-lens>` },
    },
  });
  try {
    await visit(browser(), served.url, async ({ page }) => {
      await holdsReportOf(page, seed());
      const words = page.locator('text-lens [data-figure="words"] dd');
      await eventually(() => words.innerText()).toBe('565');
    });
  } finally {
    await served.close();
  }
});
