/** What the reader takes along: the report, its tables, the marked text. Made here, sent nowhere. */

import { hiddenTypes } from '../element/settings.ts';
import { entitiesCsv, keywordsCsv } from '../export/csv.ts';
import { markedHtml } from '../export/html.ts';
import { reportJson } from '../export/json.ts';

type Lens = HTMLElementTagNameMap['text-lens'];

/** Long enough for the browser to have read the file. */
const KEPT_MS = 60_000;

/** UTF-8 with a mark at its head, or spreadsheets take it for something else. */
const TABLE = '\ufeff';

function download(name: string, type: string, content: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}

/** @param say tells the reader what was done. */
export function exportActions(
  lens: Lens,
  say: (message: string) => void,
): Readonly<Record<string, () => void>> {
  const withReport = (act: (report: NonNullable<Lens['report']>) => void) => () => {
    if (lens.report) act(lens.report);
    else say('There is no report yet.');
  };
  return {
    'copy-json': withReport(async (report) => {
      try {
        // Where a page is served without encryption there is no clipboard at all.
        await navigator.clipboard.writeText(reportJson(report));
        say('The report is on the clipboard.');
      } catch {
        say('The browser did not let the page write to the clipboard.');
      }
    }),
    'save-json': withReport((report) =>
      download('textlens-report.json', 'application/json', reportJson(report)),
    ),
    'save-keywords': withReport((report) =>
      download('textlens-keywords.csv', 'text/csv', TABLE + keywordsCsv(report)),
    ),
    'save-entities': withReport((report) =>
      download('textlens-entities.csv', 'text/csv', TABLE + entitiesCsv(report)),
    ),
    'save-html': withReport((report) => {
      const marked = markedHtml(lens.text, report, hiddenTypes(lens.hide));
      download('textlens-marked.html', 'text/html', marked);
    }),
    print: () => print(),
  };
}

/** A menu made of `<details>`: Escape and a click elsewhere close it. */
export function closeByItself(menu: HTMLDetailsElement): void {
  const close = () => {
    // What is hidden cannot keep the focus.
    if (menu.open && menu.contains(document.activeElement)) menu.querySelector('summary')?.focus();
    menu.open = false;
  };
  addEventListener('click', ({ target }) => {
    const inside = target instanceof Node && menu.contains(target);
    if (!inside || (target instanceof Element && target.closest('button'))) close();
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    event.preventDefault();
    close();
  });
}
