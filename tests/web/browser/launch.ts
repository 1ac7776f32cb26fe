/** Starts the browsers that the caller names. */

import { type Browser, chromium } from 'playwright-core';
import * as puppeteer from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import { CHROMIUM_ARGUMENTS } from '../support/chromium.mjs';
import { chromiumPath, firefoxPath } from '../support/project.ts';

/** Firefox asks its maker for this and that at every start. */
const FIREFOX_PREFERENCES = {
  'app.update.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'browser.search.update': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.server': '',
};

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGUMENTS });
}

export function launchFirefox(): Promise<puppeteer.Browser> {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: firefoxPath(),
    extraPrefsFirefox: FIREFOX_PREFERENCES,
  });
}

/** A Chromium for all tests of a file. */
export function chromiumForAll(): () => Browser {
  return forAll(launchChromium);
}

/** A Firefox for all tests of a file. */
export function firefoxForAll(): () => puppeteer.Browser {
  return forAll(launchFirefox);
}

function forAll<B extends { close(): Promise<void> }>(launch: () => Promise<B>): () => B {
  let browser: B | undefined;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());
  return () => {
    if (!browser) throw new Error('The browser has not been started.');
    return browser;
  };
}
