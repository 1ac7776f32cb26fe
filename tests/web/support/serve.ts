/** A small server for the tests: folders and pages, under any path, and a list of what was asked. */

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, normalize } from 'node:path';

export interface Served {
  /** With a slash at the end. */
  readonly url: string;
  /** The paths that were asked for, in order. */
  readonly asked: string[];
  close(): Promise<void>;
}

export interface Answer {
  readonly body: string | Uint8Array;
  readonly type?: string;
  readonly status?: number;
}

export interface Site {
  /** Folders by the path under which they are served, `/` at both ends. */
  readonly folders?: Readonly<Record<string, string>>;
  /** Single answers by their whole path; they go before folders. */
  readonly answers?: Readonly<Record<string, Answer>>;
  /** Headers of every answer. */
  readonly headers?: Readonly<Record<string, string>>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};
const UNKNOWN = 'application/octet-stream';

/** Serves a site on a free port of this machine. */
export async function serve(site: Site): Promise<Served> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    asked.push(path);
    answer(site, path).then(({ body, type = TYPES['.html'] ?? UNKNOWN, status = 200 }) => {
      response.writeHead(status, { ...site.headers, 'content-type': type }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer({ folders = {}, answers = {} }: Site, path: string): Promise<Answer> {
  const single = answers[path];
  if (single) return single;
  for (const [prefix, folder] of Object.entries(folders)) {
    if (!path.startsWith(prefix)) continue;
    const rest = normalize(path.slice(prefix.length) || 'index.html');
    if (rest.startsWith('..')) break;
    try {
      const body = await readFile(`${folder}/${rest}`);
      return { body, type: TYPES[extname(rest)] ?? UNKNOWN };
    } catch {
      break;
    }
  }
  return { body: `There is nothing at ${path}.`, type: 'text/plain', status: 404 };
}
