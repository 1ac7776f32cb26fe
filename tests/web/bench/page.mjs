/**
 * What a reader waits for, in a real Chromium: from the moment in which the names pack is there
 * until the page has the first entities. All that runs is what ships, and the text stays in the page.
 */

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGUMENTS } from '../support/chromium.mjs';
import { root } from './textlens.mjs';

const NAMES = '/en.names.pack';

/** @type {Readonly<Record<string, string>>} */
const TYPES = { '.js': 'text/javascript', '.html': 'text/html' };

/** Of a pack that comes over a line so many bytes are sent at once. */
const PART = 65_536;

/**
 * Serves the element's files and a page with `text` in it, the names pack not before it is told to,
 * and with a pause of so many milliseconds between its parts.
 *
 * @param {string} text
 * @param {number} pause
 */
async function serve(text, pause) {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const page = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
    <script type="module" src="text-lens.js"></script><text-lens><pre>${escaped}</pre></text-lens>`;
  /** @type {() => void} */
  let release = () => {};
  const released = new Promise((resolve) => {
    release = () => resolve(undefined);
  });
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    const body = path === '/' ? page : await readFile(`${root}/www/dist-lib${path}`);
    const type = path === '/' ? 'text/html' : TYPES[path.slice(path.lastIndexOf('.'))];
    response.setHeader('content-type', type ?? 'application/octet-stream');
    if (path === NAMES) await released;
    let sent = 0;
    for (; path === NAMES && pause > 0 && sent + PART < body.length; sent += PART) {
      response.write(body.slice(sent, sent + PART));
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    // The last byte and the end come together.
    response.end(body.slice(sent));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    release,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Notes, in the page, when which report came. */
function listen() {
  const reports = /** @type {{ at: number, entities: number }[]} */ ([]);
  Object.assign(globalThis, { reports });
  document.addEventListener('text-lens-report', (event) => {
    const { report } = /** @type {CustomEvent} */ (event).detail;
    const at = performance.timeOrigin + performance.now();
    reports.push({ at, entities: report.entities.length });
  });
}

/** How long a page rests after its first report, so that nothing of it is still under way, in milliseconds. */
const REST = 500;

/**
 * Milliseconds from the last byte of the names pack to the report with entities, by code that has not run
 * before: the first page of a browser that was just started.
 *
 * @param {string} executablePath a Chromium
 * @param {string} text
 * @param {number} pause milliseconds between parts of 64 KiB of the pack; 0: it comes at once
 * @returns {Promise<number>}
 */
export async function firstEntities(executablePath, text, pause) {
  const served = await serve(text, pause);
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGUMENTS });
  try {
    const page = await browser.newPage();
    await page.addInitScript(listen);
    await page.goto(served.url);
    /** @param {number} count */
    const reports = async (count) => {
      const found = await page.waitForFunction((count) => {
        const { reports } = /** @type {{ reports?: { at: number, entities: number }[] }} */ (globalThis);
        return reports && reports.length >= count ? reports : null;
      }, count);
      return (await found.jsonValue()) ?? [];
    };
    const [without] = await reports(1);
    await page.waitForTimeout(REST);
    served.release();
    const [, report] = await reports(2);
    if (!report || !(report.entities > (without?.entities ?? 0))) throw new Error('No entities came.');
    const there = await page.workers()[0]?.evaluate((path) => {
      const pack = performance.getEntriesByType('resource').find(({ name }) => name.endsWith(path));
      return performance.timeOrigin + /** @type {PerformanceResourceTiming} */ (pack).responseEnd;
    }, NAMES);
    if (there === undefined) throw new Error('The page has no worker.');
    return report.at - there;
  } finally {
    await browser.close();
    served.close();
  }
}
