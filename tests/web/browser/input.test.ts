/** Other texts than the article: typed, pasted, dropped, opened, empty, hostile and huge. */

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
  paintedLayers,
  type Visit,
  visit,
} from './visit.ts';

const browser = chromiumForAll();
const article = seed();

const shownWords = ({ page }: Visit) =>
  page.locator('text-lens [data-figure="words"] dd').innerText();

const write = ({ page }: Visit) => page.getByRole('button', { name: 'Write or paste' }).click();

/** Drops a file anywhere on the page, as a hand would. */
function drop({ page }: Visit, name: string, type: string, bytes: Uint8Array): Promise<void> {
  return page.evaluate(
    ({ name, type, bytes }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(bytes)], name, { type }));
      for (const step of ['dragenter', 'dragover', 'drop']) {
        document.body.dispatchEvent(
          new DragEvent(step, { dataTransfer, bubbles: true, cancelable: true }),
        );
      }
    },
    { name, type, bytes: [...bytes] },
  );
}

/** Opens a file by the page's own button. */
function open({ page }: Visit, text: string): Promise<void> {
  const file = { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(text) };
  return page.locator('#file').setInputFiles(file);
}

/** The pack at an address, without the hash in its file's name. */
const packName = (address: string) => address.replace(/^.*\/([a-z]+\.[a-z]+).*\.pack$/, '$1');

const utf8 = (text: string) => new TextEncoder().encode(text);

test('typing changes the numbers, and what is typed last wins', async () => {
  const typed = 'President Vladimir Putin met Kim in Paris. The old bridge was open again.';
  await visit(browser(), siteAddress(), async (visited) => {
    const { page, said, events } = visited;
    await holdsReportOf(page, article);
    await write(visited);
    await page.locator('#text').pressSequentially(typed);
    await holdsReportOf(page, typed);
    await eventually(() => shownWords(visited)).toBe('13');
    expect(await page.locator('text-lens .reading').innerText()).toBe(typed);
    await eventually(() => paintedLayers(page)).toEqual(entityLayers(typed));
    // Reports come in the order of the texts: the number of words never falls.
    const words = (await events('report')).map((event) => event.words);
    const ofTyped = words.slice(words.lastIndexOf(565) + 1).filter((count) => count > 0);
    expect(ofTyped).toEqual([...ofTyped].sort((a, b) => a - b));
    expect(ofTyped.at(-1)).toBe(13);

    for (let erased = 0; erased < 12; erased += 1) await page.keyboard.press('Backspace');
    await holdsReportOf(page, typed.slice(0, -12));
    expect(said).toEqual([]);
  });
});

test('of many texts set at once the last is analysed and shown', async () => {
  await visit(browser(), siteAddress(), async ({ page, events }) => {
    await holdsReportOf(page, article);
    const texts = Array.from(
      { length: 60 },
      (_, at) => `Bridge ${'river '.repeat(at * 40)}end ${at}.`,
    );
    await page.evaluate((texts) => {
      const lens = document.querySelector('text-lens');
      lens?.removeAttribute('lang');
      for (const [at, text] of texts.entries()) {
        setTimeout(() => {
          if (lens) lens.value = text;
        }, at);
      }
    }, texts);
    const last = texts.at(-1) ?? '';
    await holdsReportOf(page, last);
    await eventually(() => page.locator('text-lens .reading').innerText()).toBe(last);
    const words = (await events('report')).map((event) => event.words);
    const ofTexts = words.slice(words.lastIndexOf(565) + 1);
    expect(ofTexts).toEqual([...ofTexts].sort((a, b) => a - b));
  });
});

test('a pasted text replaces what was there', async () => {
  await visit(browser(), siteAddress(), async (visited) => {
    const { page, context } = visited;
    await holdsReportOf(page, article);
    await write(visited);
    await page.locator('#text').fill('Something else.');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate((text) => navigator.clipboard.writeText(text), article);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('ControlOrMeta+V');
    await holdsReportOf(page, article);
    await eventually(() => shownWords(visited)).toBe('565');
  });
});

test('what was picked stays picked while the text is typed, and goes when it is gone', async () => {
  await visit(browser(), siteAddress(), async (visited) => {
    const { page, events } = visited;
    await holdsReportOf(page, article);
    await write(visited);
    await page.locator('#text').fill('The bridge. A bridge.');
    await holdsReportOf(page, 'The bridge. A bridge.');
    await page.locator('text-lens [data-keyword="bridge"]').click();
    await eventually(async () => (await paintedLayers(page)).picked).toEqual(['bridge', 'bridge']);
    await page.locator('#text').fill('A river. The bridge. A bridge. One bridge.');
    await eventually(async () => (await paintedLayers(page)).picked).toHaveLength(3);
    await page.locator('#text').fill('A river.');
    await eventually(async () => (await paintedLayers(page)).picked).toBeUndefined();
    expect(await events('select')).toMatchObject([{ code: 'keyword' }, { code: 'none' }]);
  });
});

test('a dropped file is analysed, and stands in the text area', async () => {
  const text = 'Élan on the bridge 🌉.\r\n\r\nKim met Putin in Paris.';
  await visit(browser(), siteAddress(), async (visited) => {
    const { page, said } = visited;
    await holdsReportOf(page, article);
    await drop(visited, 'bridge.txt', 'text/plain', utf8(text));
    await holdsReportOf(page, text);
    expect(await page.locator('#text').inputValue()).toBe(text.replaceAll('\r\n', '\n'));
    expect(said).toEqual([]);
  });
});

test('an opened file is analysed, a second one too, and the article comes back', async () => {
  await visit(browser(), siteAddress(), async (visited) => {
    const { page } = visited;
    await holdsReportOf(page, article);
    for (const text of ['The first bridge.', 'A second bridge, and a river.']) {
      await open(visited, text);
      await holdsReportOf(page, text);
    }
    await page.locator('header').getByRole('button', { name: 'Article' }).click();
    await holdsReportOf(page, article);
    await eventually(() => paintedLayers(page)).toEqual(entityLayers(article));
  });
});

test('a file that is no text is refused with a sentence, and nothing is lost', async () => {
  const image = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13];
  const latin1 = [0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72];
  await visit(browser(), siteAddress(), async (visited) => {
    const { page, said } = visited;
    await holdsReportOf(page, article);
    const notice = page.getByRole('alert').filter({ visible: true });
    await drop(visited, 'picture.png', 'image/png', Uint8Array.from(image));
    await eventually(() => notice.allInnerTexts()).toEqual([
      expect.stringMatching(/picture\.png.*byte 8 /),
    ]);
    await drop(visited, 'müller.txt', 'text/plain', Uint8Array.from(latin1));
    await eventually(() => notice.allInnerTexts()).toEqual([
      expect.stringMatching(/müller\.txt.*byte 1 /),
    ]);
    await holdsReportOf(page, article);
    await eventually(() => shownWords(visited)).toBe('565');
    expect(said).toEqual([]);
  });
});

test('no text and white space show the invitation, which leads back to the article', async () => {
  await visit(browser(), siteAddress(), async (visited) => {
    const { page, said } = visited;
    await holdsReportOf(page, article);
    const invitation = page.getByText('Nothing to read yet.');
    for (const text of ['', ' \n\t\u00a0\n ']) {
      await write(visited);
      await page.locator('#text').fill('The bridge.');
      await holdsReportOf(page, 'The bridge.');
      await page.locator('#text').fill(text);
      await eventually(() => invitation.isVisible()).toBe(true);
      await eventually(() => paintedLayers(page)).toEqual({});
      await page.getByRole('button', { name: 'try the article' }).click();
      await holdsReportOf(page, article);
      await eventually(() => invitation.isVisible()).toBe(false);
    }
    expect(said).toEqual([]);
  });
});

const HOSTILE = [
  '<script>document.title = "hacked"</script>',
  '<img src=x onerror="document.title=\'hacked\'"> Paris',
  '<svg onload="document.title=\'hacked\'"><a href="javascript:alert(1)">Putin</a></svg>',
  '"><b data-x=\'1\'>President Vladimir <i>Putin</i></b> in <iframe srcdoc="<p>Paris">',
  '${alert(1)} {{constructor}} <!-- &amp; &lt; &#x3c; --> </textarea></text-lens>',
].join('\n\n');

test('HTML and scripts are shown as text and never run', async () => {
  await visit(browser(), siteAddress(), async (visited) => {
    const { page, said, asked, violations } = visited;
    await holdsReportOf(page, article);
    const before = asked.length;
    await write(visited);
    await page.locator('#text').fill(HOSTILE);
    await holdsReportOf(page, HOSTILE);
    const reading = page.locator('text-lens .reading');
    await eventually(() => reading.locator('p').allInnerTexts()).toEqual(HOSTILE.split('\n\n'));
    for (const row of ['[data-keyword]', 'button[data-entity]', '[data-phrase]']) {
      const first = page.locator(`text-lens ${row}`).first();
      if ((await first.count()) > 0) await first.click();
    }
    await drop(visited, '<img src=x onerror=alert(1)>.html', 'text/html', utf8(`${HOSTILE}\n`));
    await holdsReportOf(page, `${HOSTILE}\n`);
    await drop(visited, '<img src=x onerror=alert(1)>.bin', '', Uint8Array.of(0));
    await eventually(() => page.locator('#notice').innerText()).toContain('<img src=x');

    // Nothing but paragraphs of text, and none of the elements that the text names.
    const inside = await reading.evaluate((root) =>
      [...new Set([...root.querySelectorAll('*')].map((element) => element.localName))].sort(),
    );
    expect(inside).toEqual(['div', 'p']);
    expect(await page.locator('img, iframe, script:not([src]), [onerror], [onload]').count()).toBe(
      0,
    );
    expect(await page.title()).not.toBe('hacked');
    // A text that is not surely English asks for what tells languages apart, and for nothing else.
    expect(asked.slice(before).map(packName)).toEqual(['mul.languages']);
    expect(said).toEqual([]);
    expect(await violations()).toEqual([]);
  });
});

test('another language is told, and its words are fetched once', async () => {
  const german = 'Die Parade begann am Morgen, und die Soldaten gingen über den großen Platz.';
  const spanish = 'El desfile comenzó por la mañana y los soldados marcharon sobre la plaza.';
  await visit(browser(), siteAddress(), async (visited) => {
    const { page, asked, violations } = visited;
    await holdsReportOf(page, article);
    const before = asked.length;
    const fetched = () => asked.slice(before).map(packName);
    await write(visited);
    await page.locator('#text').fill(german);
    expect(nativeReport(german).language).toBe('de');
    await holdsReportOf(page, german);
    expect(fetched()).toEqual(['mul.languages', 'de.words']);
    await page.locator('#text').fill(spanish);
    await holdsReportOf(page, spanish);
    await page.locator('#text').fill(german);
    await holdsReportOf(page, german);
    expect(fetched()).toEqual(['mul.languages', 'de.words', 'es.words']);
    expect(await violations()).toEqual([]);
  });
});

test('a lone surrogate, NUL and control characters are taken as they are', async () => {
  await visit(browser(), siteAddress(), async ({ page, said }) => {
    await holdsReportOf(page, article);
    await page.evaluate(() => {
      const lens = document.querySelector('text-lens');
      lens?.removeAttribute('lang');
      if (lens) lens.value = 'The \ud83c mayor met\0 Putin \x07and the \udf09Pope in Paris.';
    });
    const whole = 'The \ufffd mayor met\0 Putin \x07and the \ufffdPope in Paris.';
    await holdsReportOf(page, whole);
    expect(entityLayers(whole).place).toEqual(['Paris']);
    await eventually(() => paintedLayers(page)).toEqual(entityLayers(whole));
    expect(said).toEqual([]);
  });
});

test('a value that is no string is told, and the text stays', async () => {
  await visit(browser(), siteAddress(), async ({ page, events, said }) => {
    await holdsReportOf(page, article);
    await page.evaluate(() => {
      const lens: { value?: unknown } | null = document.querySelector('text-lens');
      if (lens) lens.value = 42;
    });
    await eventually(() => events('error')).toMatchObject([{ code: 'not-a-string' }]);
    await eventually(() => page.locator('text-lens .problem').innerText()).toContain('number');
    await holdsReportOf(page, article);
    expect(said).toEqual([]);
  });
});

test('lines of 1 MB open, and the page goes on', async () => {
  const lines = ['bridge'.repeat(170_000), 'The old bridge is open, said Kim. '.repeat(30_000)];
  await visit(browser(), siteAddress(), async (visited) => {
    const { page, said } = visited;
    await holdsReportOf(page, article);
    for (const text of lines) {
      await open(visited, text);
      await eventually(async () => {
        const report = await heldReport(page);
        return report ? JSON.parse(report).statistics.characters : 0;
      }).toBe(text.length);
      const { words } = nativeReport(text).statistics;
      expect(await shownWords(visited)).toBe(new Intl.NumberFormat('en').format(words));
    }
    await page.locator('header').getByRole('button', { name: 'Article' }).click();
    await holdsReportOf(page, article);
    expect(said).toEqual([]);
  });
});
