/** A page that is visited, and everything it says, asks for and is refused. */

import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Browser as FirefoxBrowser, Page as FirefoxPage } from 'puppeteer-core';
import { expect } from 'vitest';
import type { Report } from '../support/core.ts';
import { nativeReports } from '../support/native.ts';
import { expanded, firstDifference, parseReport, type ReportJson } from '../support/reports.ts';
import { type LensEvent, listen, painted, reportText } from './in-page.ts';

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Messages on the console, of pages and workers, and errors that nobody caught. */
  readonly said: string[];
  /** Addresses of all requests. */
  readonly asked: string[];
  events(type?: string): Promise<LensEvent[]>;
  violations(): Promise<string[]>;
}

export interface VisitOptions extends BrowserContextOptions {
  /** Runs in the page before its own scripts. */
  readonly before?: () => void;
  /** Files that the page asks for in vain, as Playwright's patterns. */
  readonly missing?: readonly string[];
}

/** A desktop's window: the two-column layout. */
export const WIDE = { width: 1280, height: 800 };
/** The narrowest phone that counts. */
export const NARROW = { width: 360, height: 740 };

/** Opens a page, lets `act` work with it, and closes it. */
export async function visit(
  browser: Browser,
  url: string,
  act: (visit: Visit) => Promise<void>,
  { before, missing = [], ...options }: VisitOptions = {},
): Promise<void> {
  const context = await browser.newContext({
    viewport: WIDE,
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    ...options,
  });
  context.setDefaultTimeout(10_000);
  try {
    const said: string[] = [];
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    context.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
    context.on('weberror', (error) => said.push(`uncaught: ${error.error().message}`));
    await context.addInitScript(listen);
    if (before) await context.addInitScript(before);
    for (const pattern of missing) {
      await context.route(pattern, (route) => route.fulfill({ status: 404, body: 'nothing here' }));
    }
    const page = await context.newPage();
    await page.goto(url);
    await act({
      page,
      context,
      said,
      asked,
      events: async (type) => {
        const events = await page.evaluate(() => seen.events);
        return type ? events.filter((event) => event.type === `text-lens-${type}`) : events;
      },
      violations: () => page.evaluate(() => seen.violations),
    });
  } finally {
    await context.close();
  }
}

/** Anything that runs a function in a page: Playwright's page and Puppeteer's. */
export interface Evaluator {
  evaluate(act: (argument: string) => string | null, argument: string): Promise<string | null>;
}

/** The report that the element holds now, as JSON holds one. */
export async function heldReport(page: Evaluator, id = ''): Promise<string | null> {
  const text = await page.evaluate(reportText, id);
  if (text === null) return null;
  const report = JSON.parse(text, (_, value) =>
    Array.isArray(value?.typed) ? Float64Array.from(value.typed) : value,
  ) as Report;
  return JSON.stringify(expanded(report));
}

const known = new Map<string, ReportJson>();

/** What the native program says to a text. */
export function nativeReport(text: string): ReportJson {
  const report = known.get(text) ?? parseReport(nativeReports([text])[0] ?? '');
  known.set(text, report);
  return report;
}

/** Waits until the element holds just the report that the native program writes for a text. */
export async function holdsReportOf(page: Evaluator, text: string, id = ''): Promise<void> {
  const expected = JSON.stringify(nativeReport(text));
  await expect
    .poll(async () => firstDifference((await heldReport(page, id)) ?? 'none', expected), {
      timeout: 15_000,
      interval: 40,
    })
    .toBeNull();
}

/** What is painted, by layer, for the elements of a page together. */
export async function paintedLayers(page: Evaluator): Promise<Record<string, string[]>> {
  const json = await page.evaluate(painted, 'textlens-');
  const byName = JSON.parse(json ?? '{}') as Record<string, string[]>;
  const layers: Record<string, string[]> = {};
  for (const [name, texts] of Object.entries(byName)) {
    const layer = name.replace(/^textlens-\d+-/, '');
    layers[layer] = [...(layers[layer] ?? []), ...texts].sort();
  }
  return layers;
}

/** Types that are marked only when the reader asks. */
const UNMARKED: ReadonlySet<string> = new Set(['duration', 'quantity', 'ordinal', 'cardinal']);

/** What must be painted of a text's entities, by layer. */
export function entityLayers(text: string): Record<string, string[]> {
  const layers: Record<string, string[]> = {};
  for (const { type, mentions } of nativeReport(text).entities) {
    if (UNMARKED.has(type)) continue;
    const texts = mentions.map(({ start, end }) => text.slice(start, end));
    layers[type] = [...(layers[type] ?? []), ...texts].sort();
  }
  return layers;
}

/** Waits for a value of the page. */
export function eventually<T>(read: () => Promise<T> | T) {
  return expect.poll(read, { timeout: 10_000, interval: 40 });
}

/** A page in Firefox, with what it said and asked for since it was opened. */
export interface FirefoxVisit {
  readonly page: FirefoxPage;
  readonly said: string[];
  readonly asked: string[];
}

/** Opens the address in a page of its own, watched from the start, and closes it after `act`. */
export async function visitInFirefox(
  browser: FirefoxBrowser,
  address: string,
  act: (visit: FirefoxVisit) => Promise<void>,
  viewport?: { width: number; height: number },
): Promise<void> {
  const page = await browser.newPage();
  try {
    const said: string[] = [];
    const asked: string[] = [];
    page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => said.push(`uncaught: ${error}`));
    page.on('request', (request) => asked.push(request.url()));
    await page.evaluateOnNewDocument(listen);
    if (viewport) await page.setViewport(viewport);
    await page.goto(address);
    await act({ page, said, asked });
  } finally {
    await page.close();
  }
}
