import { describe, expect, test } from 'vitest';
import { articleHtml } from './article.ts';
import { oneFile } from './one-file.ts';
import { serverSafe } from './server-safe.ts';

test('the article stands in the page as text, whatever is in it', () => {
  expect(articleHtml('A headline\nIt is <b>"bold"</b> & new.')).toBe(
    '<p class="headline">A headline</p>\n        <p>It is &lt;b&gt;&quot;bold&quot;&lt;/b&gt; &amp; new.</p>',
  );
});

describe('the one-file page', () => {
  const html = `<!doctype html><html><head>
    <meta charset="utf-8" />
    <link rel="icon" href="x.svg"><link rel="stylesheet" crossorigin href="./a.css">
    <script type="module" crossorigin src="./a.js"></script>
    </head><body><text-lens id="lens" src="./seeds/parade.txt"></text-lens></body></html>`;
  const page = oneFile({
    html,
    script: 'const a = "</script>", b = "<!--", c = "$&";',
    style: 'p { color: red }',
    blocks: { 'textlens-wasm': new Uint8Array([0, 97, 115, 109]) },
  });

  test('refers to nothing outside', () => {
    expect(page).not.toMatch(/(?:src|href)=/);
  });

  test('has its policy before anything that it governs', () => {
    const policy = page.indexOf('Content-Security-Policy');
    expect(policy).toBeGreaterThan(0);
    expect(policy).toBeLessThan(page.indexOf('<style>'));
    expect(page).toMatch(/script-src 'sha256-[\w+/=]+' 'wasm-unsafe-eval'; style-src 'sha256-/);
  });

  test('keeps its script whole', () => {
    expect(page.match(/<\/script>/g)).toHaveLength(2);
    expect(page).toContain('"<\\/script>"');
    expect(page).toContain('"$&"');
    expect(page).toContain('>AGFzbQ==<');
  });
});

test('a change in Lit that would break servers is noticed', () => {
  const id = '/x/@lit/reactive-element/reactive-element.js';
  expect(serverSafe('class y extends HTMLElement{}', id)).toContain('globalThis.HTMLElement');
  expect(() => serverSafe('class y extends Other{}', id)).toThrow(/server-safe/);
});
