/** Where an element's text comes from, told by its attributes, and the reading of it. */

import { asLensError, LensError } from '../engine/errors.ts';
import { messages } from '../messages.ts';
import { PageText, type PageTextListener } from '../text/page-text.ts';
import { loadText } from './load-text.ts';

export interface SourceAttributes {
  readonly value: string | null;
  readonly src: string | null;
  readonly htmlFor: string | null;
}

export interface SourceListener extends Omit<PageTextListener, 'changed'> {
  /** There is a text, the first or another. */
  readonly text: (text: string) => void;
  /** A text is being fetched. */
  loading(): void;
  /** There is none. */
  lost(error: LensError): void;
  /** What was given is not a text; the last one stays. */
  refused(error: LensError): void;
}

export class SourceReader {
  readonly #host: HTMLElement;
  readonly #listener: SourceListener;
  #current = new AbortController();
  #page: PageText | null = null;

  constructor(host: HTMLElement, listener: SourceListener) {
    this.#host = host;
    this.#listener = listener;
  }

  /** The part of the page that the text stands in, if it does. */
  get page(): PageText | null {
    return this.#page;
  }

  /** Reads `value`, else what is at `src`, else the element that `for` names, else the host's own content. */
  read({ value, src, htmlFor }: SourceAttributes): void {
    this.stop();
    this.#current = new AbortController();
    if (value !== null) this.#readValue(value);
    else if (src !== null) this.#fetch(src, this.#current.signal);
    else this.#readPage(htmlFor, this.#current.signal);
  }

  /** Stops fetching and watching. */
  stop(): void {
    this.#current.abort();
    this.#page?.dispose();
    this.#page = null;
  }

  /** A script without types may set anything. */
  #readValue(value: unknown): void {
    if (typeof value === 'string') this.#listener.text(value);
    else this.#listener.refused(new LensError('not-a-string', messages.notString(typeof value)));
  }

  #fetch(address: string, signal: AbortSignal): void {
    this.#listener.loading();
    loadText(address, signal).then(
      (text) => {
        if (!signal.aborted) this.#listener.text(text);
      },
      (thrown: unknown) => {
        if (!signal.aborted) this.#listener.lost(asLensError(thrown));
      },
    );
  }

  /** Reads a part of the page, now or when the page has been parsed, and anew when another element is there. */
  #readPage(id: string | null, signal: AbortSignal): void {
    if (id === null) {
      this.#readTarget(this.#host);
      return;
    }
    const root = this.#host.getRootNode();
    const tree = root instanceof ShadowRoot ? root : document;
    let target = tree.getElementById(id);
    if (!target && document.readyState === 'loading') {
      const again = () => this.#readPage(id, signal);
      document.addEventListener('DOMContentLoaded', again, { once: true, signal });
      return;
    }
    this.#readTarget(target, id);
    const watch = new MutationObserver(() => {
      const found = tree.getElementById(id);
      if (found === target) return;
      target = found;
      this.#readTarget(target, id);
    });
    watch.observe(tree, { childList: true, subtree: true, attributeFilter: ['id'] });
    signal.addEventListener('abort', () => watch.disconnect());
  }

  #readTarget(target: Element | null, id = ''): void {
    this.#page?.dispose();
    this.#page = null;
    if (!target) {
      this.#listener.lost(new LensError('not-found', messages.noTarget(id), id));
      return;
    }
    const { moved, clicked, text } = this.#listener;
    const page = new PageText(target, { moved, clicked, changed: () => text(page.text) });
    this.#page = page;
    text(page.text);
  }
}
