/**
 * Puts the built page into one file: script and style inline under a policy of
 * hashes, and the worker, the core, the packs and the article as data blocks,
 * which no policy runs.
 */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export interface Parts {
  /** The page as Vite built it, with its own links still in place. */
  readonly html: string;
  readonly script: string;
  readonly style: string;
  /** Data blocks by id. */
  readonly blocks: Readonly<Record<string, Uint8Array>>;
}

const hash = (content: string) =>
  `'sha256-${createHash('sha256').update(content, 'utf8').digest('base64')}'`;

/** What a script may not hold when it stands in HTML. */
const inlineSafe = (script: string) =>
  script.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '\\x3C!--');

export function oneFile({ html, script, style, blocks }: Parts): string {
  const code = `\n${inlineSafe(script)}\n`;
  const sheet = `\n${style.replace(/<\/style/gi, '<\\/style')}\n`;
  const policy = [
    "default-src 'none'",
    `script-src ${hash(code)} 'wasm-unsafe-eval'`,
    `style-src ${hash(sheet)}`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const data = Object.entries(blocks).map(
    ([id, bytes]) =>
      `<script type="text/plain" id="${id}">${Buffer.from(bytes).toString('base64')}</script>`,
  );
  const bare = html
    .replace(/\s*<script\b[^>]*\bsrc=[^>]*><\/script>/g, '')
    .replace(/\s*<link\b[^>]*\brel="(?:stylesheet|modulepreload|icon)"[^>]*>/g, '')
    .replace(/\s*<meta\s+http-equiv="Content-Security-Policy"[^>]*>/g, '')
    .replace(/(<text-lens\b[^>]*?)\s+src="[^"]*"/, '$1');
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy}" />\n<style>${sheet}</style>`;
  // Functions as replacements: the code may hold `$&`, which a string would expand.
  return bare
    .replace(/(<meta charset="[^"]*"\s*\/?>)/, (charset) => `${charset}\n${head}`)
    .replace(
      '</body>',
      () => `${data.join('\n')}\n<script type="module">${code}</script>\n</body>`,
    );
}

export const bytesOf = (path: string): Uint8Array => readFileSync(path);
