/** Bytes of the core and the packs: fetched by ourselves, whatever type a host serves them with. */

import { asLensError, LensError, type LensErrorCode } from './errors.ts';

/** A file of the build: where it lies, or what it holds. */
export type Source = { readonly url: string } | { readonly bytes: Uint8Array<ArrayBuffer> };

/**
 * Reads a source.
 * @param what names the file in an error, for example "the core".
 */
export async function readBytes(source: Source, what: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await open(source, what)).arrayBuffer());
}

/**
 * Compiles a WebAssembly module.
 * @throws LensError `no-webassembly` where it is refused, `not-found` where something else is in its place.
 */
export async function compile(source: Source, what: string): Promise<WebAssembly.Module> {
  const bytes = await readBytes(source, what);
  return WebAssembly.compile(bytes).catch(() => {
    throw WebAssembly.validate(bytes)
      ? unreadable(source, what, 'no-webassembly', "script-src lacks 'wasm-unsafe-eval'")
      : unreadable(source, what, 'not-found', 'it is no WebAssembly');
  });
}

/**
 * Gives a source to `take` in parts, each as soon as it is there, until that gives something. When there are no more, or
 * the connection breaks off, the next part is empty.
 */
export async function readParts<T>(
  source: Source,
  what: string,
  take: (part: Uint8Array) => T | undefined,
): Promise<T> {
  const reader = (await open(source, what)).body?.getReader();
  for (;;) {
    const read = await reader?.read().catch(() => null);
    try {
      const taken = take(read?.value ?? new Uint8Array());
      if (taken) return taken;
    } catch (thrown) {
      const { code, message } = asLensError(thrown);
      throw unreadable(source, what, code, message);
    }
  }
}

/** The error for a file that is there and cannot be used. */
function unreadable(source: Source, what: string, code: LensErrorCode, why: string): LensError {
  const where = 'url' in source ? source.url : '';
  return new LensError(code, `${what} ${where} cannot be used: ${why}.`, where);
}

async function open(source: Source, what: string): Promise<Response> {
  if ('bytes' in source) return new Response(source.bytes);
  const { url } = source;
  const response = await fetch(url).catch(() => null);
  if (response?.ok) return response;
  throw new LensError(
    'not-found',
    response
      ? `${what} is not at ${url}: the server answered ${response.status}.`
      : `${what} could not be fetched from ${url}: no answer, or refused by the page's policy.`,
    url,
  );
}
