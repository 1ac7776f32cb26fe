/** Bytes of the core and the packs: fetched by ourselves, whatever type a host serves them with. */

import { LensError } from './errors.ts';

/** A file of the build: where it lies, or what it holds. */
export type Source = { readonly url: string } | { readonly bytes: Uint8Array<ArrayBuffer> };

/**
 * Reads a source.
 * @param what names the file in an error, for example "the core".
 */
export async function readBytes(source: Source, what: string): Promise<Uint8Array<ArrayBuffer>> {
  if ('bytes' in source) return source.bytes;
  let response: Response;
  try {
    response = await fetch(source.url);
  } catch {
    throw new LensError(
      'not-found',
      `${what} could not be fetched from ${source.url}: no answer, or refused by the page's policy.`,
      source.url,
    );
  }
  if (!response.ok) {
    throw new LensError(
      'not-found',
      `${what} is not at ${source.url}: the server answered ${response.status}.`,
      source.url,
    );
  }
  return new Uint8Array(await response.arrayBuffer());
}
