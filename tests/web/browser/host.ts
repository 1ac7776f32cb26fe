/** Other people's pages, on which the element of the library build stands. */

import type { Browser } from 'playwright-core';
import { inProject } from '../support/project.ts';
import { type Served, type Site, serve } from '../support/serve.ts';
import { type Visit, type VisitOptions, visit } from './visit.ts';

export const TEXT =
  'President Vladimir Putin met the mayor in Paris. The old bridge was open again.';
export const OTHER = 'The mayor of Berlin closed a bridge and then another bridge.';

export const LIBRARY = { '/lib/': inProject('www/dist-lib') };
export const SCRIPT = '<script type="module" src="/lib/text-lens.js"></script>';

export interface HostOptions extends VisitOptions {
  /** Answers and headers besides those of the page. */
  readonly site?: Site;
}

/** Opens a page with this body, beside the library. */
export const hostFor =
  (browser: () => Browser) =>
  async (
    body: string,
    act: (visit: Visit, served: Served) => Promise<void>,
    { site = {}, ...options }: HostOptions = {},
  ): Promise<void> => {
    const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">${body}`;
    const served = await serve({
      folders: LIBRARY,
      ...site,
      answers: {
        '/page/': { body: page },
        '/page/text.txt': { body: TEXT, type: 'text/plain; charset=utf-8' },
        '/page/other.txt': { body: OTHER, type: 'text/plain; charset=utf-8' },
        ...site.answers,
      },
    });
    try {
      await visit(browser(), `${served.url}page/`, (visited) => act(visited, served), options);
    } finally {
      await served.close();
    }
  };
