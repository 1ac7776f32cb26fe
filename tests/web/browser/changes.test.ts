/** What changes under an element that works: values, options, the page around it, the worker, what the host serves. */

import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hostFor, OTHER, SCRIPT, TEXT } from './host.ts';
import { chromiumForAll } from './launch.ts';
import { entityLayers, eventually, heldReport, holdsReportOf, paintedLayers } from './visit.ts';

const browser = chromiumForAll();
const host = hostFor(browser);

const withValue = `${SCRIPT}<text-lens value="${TEXT}"></text-lens>`;

/** Sets properties of the element. */
const set = (page: Page, properties: Record<string, unknown>) =>
  page.evaluate((properties) => {
    Object.assign(document.querySelector('text-lens') ?? {}, properties);
  }, properties);

const names = async (page: Page): Promise<string[]> => {
  const report = JSON.parse((await heldReport(page)) ?? '{"entities":[]}');
  return report.entities.map(({ name }: { name: string }) => name);
};

/** Counts animations of elements; highlights fade in by one. */
function countFades(): void {
  const { animate } = Element.prototype;
  Object.assign(globalThis, { fades: 0 });
  Element.prototype.animate = function (...given) {
    Reflect.set(globalThis, 'fades', Number(Reflect.get(globalThis, 'fades')) + 1);
    return animate.apply(this, given);
  };
}

const fades = (page: Page) => page.evaluate(() => Number(Reflect.get(globalThis, 'fades')));

describe('values', () => {
  test('each is analysed and told once, and marks fade in once', async () => {
    await host(
      withValue,
      async ({ page, events }) => {
        await holdsReportOf(page, TEXT);
        await eventually(() => paintedLayers(page)).toEqual(entityLayers(TEXT));
        const before = (await events('report')).length;
        expect(await fades(page)).toBeLessThanOrEqual(1);
        const faded = await fades(page);
        for (let typed = 1; typed <= 5; typed += 1) {
          const text = `${TEXT}${' Berlin.'.repeat(typed)}`;
          await set(page, { value: text });
          await holdsReportOf(page, text);
          await eventually(() => paintedLayers(page)).toEqual(entityLayers(text));
        }
        expect(await events('report')).toHaveLength(before + 5);
        expect(await fades(page)).toBe(faded);
      },
      { before: countFades, reducedMotion: 'no-preference' },
    );
  });

  test('undefined is none, as frameworks say it', async () => {
    const body = `${SCRIPT}<text-lens value="${TEXT}"><p>${OTHER}</p></text-lens>`;
    await host(body, async ({ page, events, said }) => {
      await holdsReportOf(page, TEXT);
      await set(page, { value: undefined, names: undefined, hide: undefined, panels: undefined });
      await holdsReportOf(page, OTHER);
      await eventually(() => paintedLayers(page)).toEqual(entityLayers(OTHER));
      const { length } = await events('report');
      await set(page, { value: undefined, threshold: undefined, lang: undefined, src: undefined });
      await page.waitForTimeout(300);
      await holdsReportOf(page, OTHER);
      // What was unset before has not changed.
      expect(await events('report')).toHaveLength(length);
      expect(await events('error')).toEqual([]);
      expect(said).toEqual([]);
    });
  });
});

describe('options', () => {
  test('that are set before the first report are those of the report', async () => {
    await host(SCRIPT, async ({ page, context }) => {
      let release: () => void = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      await context.route('**/en.words.pack', async (route) => {
        await held;
        await route.continue();
      });
      await page.evaluate((text) => {
        const lens = document.createElement('text-lens');
        lens.value = text;
        document.body.append(lens);
      }, TEXT);
      await page.waitForRequest('**/en.words.pack');
      await set(page, { names: 'old bridge: work' });
      await page.waitForTimeout(100);
      release();
      await eventually(() => names(page)).toContain('old bridge');
    });
  });

  test('go with the newest text, not with the one that is still shown', async () => {
    await host(withValue, async ({ page }) => {
      await holdsReportOf(page, TEXT);
      await page.evaluate(async (text) => {
        const lens = document.querySelector('text-lens');
        if (!lens) return;
        lens.value = text;
        await Reflect.get(lens, 'updateComplete');
        Object.assign(lens, { names: 'bridge: work' });
      }, OTHER);
      await eventually(() => names(page)).toContain('bridge');
      expect(await page.locator('text-lens .reading').innerText()).toBe(OTHER);
    });
  });

  test('leave the side as it is while the same text is read anew', async () => {
    const body = `<article id="story"><p>${TEXT}</p></article><text-lens for="story"></text-lens>${SCRIPT}`;
    await host(body, async ({ page }) => {
      await holdsReportOf(page, TEXT);
      await page.getByText('Your own names').click();
      const slider = page.locator('text-lens [data-own="threshold"]');
      await slider.focus();
      for (const step of ['0.05', '0.1', '0.15']) {
        await page.keyboard.press('ArrowRight');
        await eventually(() => slider.inputValue()).toBe(step);
        await page.waitForTimeout(100);
      }
      expect(await slider.evaluate((field) => field.matches(':focus'))).toBe(true);
      expect(await slider.isVisible()).toBe(true);
      await eventually(() => paintedLayers(page)).toEqual(entityLayers(TEXT));
    });
  });
});

describe('keys', () => {
  test('of a field are the field’s, also while something is picked', async () => {
    await host(withValue, async ({ page }) => {
      await set(page, { value: OTHER });
      await holdsReportOf(page, OTHER);
      await page.locator('text-lens [data-keyword="bridge"]').click();
      const position = page.locator('text-lens .position');
      await eventually(() => position.getAttribute('data-index')).toBe('0');
      await page.getByText('Your own names').click();
      await page.locator('text-lens [data-own="names"]').focus();
      await page.keyboard.type('ab');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.type('c');
      expect(await page.locator('text-lens [data-own="names"]').inputValue()).toBe('acb');
      expect(await position.getAttribute('data-index')).toBe('0');
      await page.locator('text-lens [data-keyword="bridge"]').focus();
      await page.keyboard.press('Shift+ArrowRight');
      expect(await position.getAttribute('data-index')).toBe('0');
      await page.keyboard.press('ArrowRight');
      await eventually(() => position.getAttribute('data-index')).toBe('1');
    });
  });
});

describe('the page', () => {
  const lens = '<text-lens for="story"></text-lens>';
  const put = (page: Page, text: string) =>
    page.evaluate((text) => {
      document.querySelector('#story')?.remove();
      const story = document.createElement('article');
      story.id = 'story';
      story.textContent = text;
      document.body.append(story);
    }, text);

  test('brings the target of for later', async () => {
    await host(`${SCRIPT}${lens}`, async ({ page, events }) => {
      await eventually(() => events('error')).toHaveLength(1);
      await put(page, TEXT);
      await holdsReportOf(page, TEXT);
      await eventually(() => paintedLayers(page)).toEqual(entityLayers(TEXT));
      expect(await page.locator('text-lens .problem').count()).toBe(0);
      expect(await events('error')).toHaveLength(1);
    });
  });

  test('puts another element in place of the target', async () => {
    await host(`<article id="story">${TEXT}</article>${SCRIPT}${lens}`, async ({ page }) => {
      await holdsReportOf(page, TEXT);
      await put(page, OTHER);
      await holdsReportOf(page, OTHER);
      await eventually(() => paintedLayers(page)).toEqual(entityLayers(OTHER));
      // The same text in a new element is painted there.
      await put(page, OTHER);
      await eventually(() => paintedLayers(page)).toEqual(entityLayers(OTHER));
      await page.locator('#story').evaluate((story) => story.remove());
      await eventually(() => page.locator('text-lens .problem').innerText()).toContain('"story"');
      await eventually(() => paintedLayers(page)).toEqual({});
    });
  });
});

describe('where the marks are elements', () => {
  const body = `<article id="story"><p>${TEXT}</p></article><text-lens for="story" panels="overview keywords entities" marking="elements"></text-lens>${SCRIPT}`;
  const marks = (page: Page) => page.locator('text-lens .reading mark:visible').allInnerTexts();

  test('the text of another part of the page is shown by the element, whatever panels says', async () => {
    await host(body, async ({ page }) => {
      await holdsReportOf(page, TEXT);
      await eventually(() => marks(page)).toContain('Paris');
      await page.locator('text-lens').evaluate((lens) => lens.removeAttribute('marking'));
      await eventually(() => paintedLayers(page)).toEqual(entityLayers(TEXT));
      expect(await page.locator('text-lens .reading').isVisible()).toBe(false);
    });
  });

  test('so it is without the Custom Highlight API', async () => {
    await host(
      body.replace('marking="elements"', ''),
      async ({ page }) => {
        await holdsReportOf(page, TEXT);
        await eventually(() => marks(page)).toContain('Paris');
      },
      {
        before: () => {
          Reflect.deleteProperty(globalThis, 'Highlight');
        },
      },
    );
  });
});

describe('the language', () => {
  test('of the text is that of the text, and English that of all around it', async () => {
    const german =
      'Die Parade begann am Morgen, und die Soldaten gingen über den großen Platz in Berlin.';
    await host(withValue, async ({ page }) => {
      await set(page, { value: german });
      const of = (selector: string) =>
        page.locator(`text-lens ${selector}`).first().getAttribute('lang');
      await eventually(() => of('.reading')).toBe('de');
      expect(await of('.root')).toBe('en');
      await eventually(() => of('[data-keyword] .term')).toBe('de');
      await set(page, { value: TEXT });
      await eventually(() => of('.reading')).toBe('en');
    });
  });
});

describe('a long text with many marks', () => {
  const text = `${'Kim met Putin in Paris. '.repeat(20)}\n\n`.repeat(40);

  /** The least share of the places that is painted in any frame while `act` works and ten frames longer. */
  async function leastShare(page: Page, act: () => Promise<void>): Promise<number> {
    const places = async () => (await paintedLayers(page)).place?.length ?? 0;
    await eventually(places).toBeGreaterThan(20);
    await page.evaluate(() => {
      const watched = { least: Number.POSITIVE_INFINITY, frames: 0 };
      Reflect.set(globalThis, 'watched', watched);
      const look = () => {
        const places = [...CSS.highlights].filter(([name]) => /-place$/.test(name));
        watched.least = Math.min(
          watched.least,
          places.reduce((sum, [, { size }]) => sum + size, 0),
        );
        watched.frames += 1;
        requestAnimationFrame(look);
      };
      look();
    });
    const before = await places();
    await act();
    const watched = () =>
      page.evaluate(() => Reflect.get(globalThis, 'watched') as { least: number; frames: number });
    const { frames } = await watched();
    await eventually(async () => (await watched()).frames).toBeGreaterThan(frames + 10);
    return (await watched()).least / before;
  }

  test('keeps them while it is edited', async () => {
    await host(withValue, async ({ page }) => {
      await set(page, { value: text });
      const least = await leastShare(page, async () => {
        for (const beginning of ['Now', 'Here', 'Then']) {
          const edited = `${beginning} ${text}`;
          await set(page, { value: edited });
          await holdsReportOf(page, edited);
        }
      });
      expect(least).toBeGreaterThan(0.9);
    });
  });

  test('keeps them while the page around it changes', async () => {
    const paragraphs = text
      .trim()
      .split('\n\n')
      .map((paragraph) => `<p>${paragraph}</p>`);
    const body = `<article id="story">${paragraphs.join('')}</article><text-lens for="story"></text-lens>${SCRIPT}`;
    await host(body, async ({ page }) => {
      const least = await leastShare(page, async () => {
        for (let change = 0; change < 3; change += 1) {
          await page.evaluate(() => document.querySelector('#story')?.append(''));
          // The page must be quiet for a while before it is read anew.
          await page.waitForTimeout(250);
        }
      });
      expect(least).toBeGreaterThan(0.9);
    });
  });
});

describe('the worker', () => {
  test('that breaks down is told once, and the next text has a new one', async () => {
    const body = `${SCRIPT}<text-lens id="one" value="${TEXT}"></text-lens>`;
    await host(body, async ({ page, events }) => {
      await holdsReportOf(page, TEXT);
      await page.workers()[0]?.evaluate(() => {
        setTimeout(() => {
          throw new Error('out of memory');
        });
      });
      await page.waitForTimeout(200);
      await set(page, { value: OTHER });
      await holdsReportOf(page, OTHER);
      await eventually(() => page.workers().length).toBe(1);
      expect((await events('error')).length).toBeLessThanOrEqual(1);
    });
  });
});

describe('what the host serves', () => {
  test('without the names pack each text is analysed, and the sentence stays and is told once', async () => {
    await host(
      withValue,
      async ({ page, events }) => {
        const problem = () => page.locator('text-lens .problem').allInnerTexts();
        await eventually(problem).toEqual([expect.stringMatching(/en\.names\.pack.*404/)]);
        await page.evaluate(() => {
          const watch = new MutationObserver((records) => {
            const added = records.flatMap(({ addedNodes }) => [...addedNodes]);
            const alerts = added.filter((node) => (node as Element).role === 'alert').length;
            Reflect.set(globalThis, 'alerts', Number(Reflect.get(globalThis, 'alerts')) + alerts);
          });
          Reflect.set(globalThis, 'alerts', 0);
          const root = document.querySelector('text-lens')?.shadowRoot;
          if (root) watch.observe(root, { childList: true, subtree: true });
        });
        const before = (await events('report')).length;
        for (const bridges of ['One bridge is', 'Two bridges are', 'Three bridges are']) {
          const text = `${bridges} open again, and all the people of the town walk over the river.`;
          await set(page, { value: text });
          await eventually(() => page.locator('text-lens .reading').innerText()).toBe(text);
          await eventually(problem).toEqual([expect.stringMatching(/en\.names\.pack.*404/)]);
        }
        expect(await events('error')).toHaveLength(1);
        expect(await events('report')).toHaveLength(before + 3);
        expect(await page.evaluate(() => Reflect.get(globalThis, 'alerts'))).toBe(0);
      },
      { missing: ['**/en.names.pack'] },
    );
  });

  const page = { body: '<!doctype html><title>Not found</title>' };

  test.each([
    ['core', 'textlens_bg.wasm', 'not-found'],
    ['words', 'en.words.pack', 'bad-pack'],
  ])('a page in place of the %s is told with its address', async (_, file, code) => {
    await host(
      withValue,
      async ({ page, events }, { url }) => {
        await eventually(() => page.locator('text-lens .problem').innerText()).toContain(
          `${url}lib/${file}`,
        );
        const [error] = await events('error');
        expect(error).toMatchObject({ code, text: expect.stringContaining(`${url}lib/${file}`) });
        expect(error?.text).not.toContain('WebAssembly.compile()');
      },
      { site: { answers: { [`/lib/${file}`]: page } } },
    );
  });

  test('a policy that forbids WebAssembly is told with what it lacks', async () => {
    await host(
      withValue,
      async ({ page, events }) => {
        await eventually(() => page.locator('text-lens .problem').innerText()).toContain(
          "'wasm-unsafe-eval'",
        );
        expect(await events('error')).toMatchObject([{ code: 'no-webassembly' }]);
      },
      { site: { headers: { 'content-security-policy': "script-src 'self'" } } },
    );
  });
});
