/** The text behind an element's `src`. */

import { LensError } from '../engine/errors.ts';
import { messages } from '../messages.ts';
import { checkContentType, decodeText } from '../text/decode.ts';

/** @throws LensError `not-found` or `not-text`, with the address; the signal's reason when aborted. */
export async function loadText(address: string, signal: AbortSignal): Promise<string> {
  let response: Response;
  try {
    response = await fetch(new URL(address, document.baseURI), { signal });
  } catch {
    signal.throwIfAborted();
    throw new LensError('not-found', messages.srcUnreachable(address), address);
  }
  if (!response.ok) {
    throw new LensError('not-found', messages.srcMissing(address, response.status), address);
  }
  checkContentType(response.headers.get('content-type'), address);
  const bytes = new Uint8Array(await response.arrayBuffer());
  signal.throwIfAborted();
  return decodeText(bytes, address);
}
