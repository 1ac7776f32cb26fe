/** All that touches the text on screen: where it stands, what is painted on it, what of it is in view. */

import { fadeIn } from '../highlight/arrival.ts';
import { fillWithMarks } from '../highlight/marks.ts';
import { highlightsSupported } from '../highlight/painter.ts';
import { clickedOffset } from '../text/click.ts';
import type { PageText } from '../text/page-text.ts';
import { ReadingView } from '../text/reading-view.ts';
import type { Span } from '../text/spans.ts';
import type { Surface } from '../text/surface.ts';
import { type Marked, Marking } from './marking.ts';
import { Printing } from './printing.ts';
import { ScrollWindow } from './scroll-window.ts';

/** `slot`: the element's own content; `reading`: its reading view; `page`: another part of the page. */
export type Place = 'slot' | 'reading' | 'page';

/** What is drawn, asked for whenever it is drawn. */
export interface Scene {
  /** The part of the page that the text stands in, if it does. */
  page(): PageText | null;
  /** The publisher wants marks that are elements. */
  wantsElements(): boolean;
  /** What there is to mark, or `null`. */
  marked(): Omit<Marked, 'asElements'> | null;
}

export class Canvas {
  readonly #host: Element;
  readonly #scene: Scene;
  #root: ParentNode | null = null;
  #marking: Marking | null = null;
  #window: ScrollWindow | null = null;
  #printing: Printing | null = null;
  #reading: ReadingView | null = null;
  #place: Place = 'slot';
  /** Entities are painted for the first time. */
  #arriving = false;
  /** The marks were elements when the text was last marked. */
  #wereElements = false;
  /** What the surface shows is not what was last marked. */
  #unmarked = true;

  constructor(host: Element, scene: Scene) {
    this.#host = host;
    this.#scene = scene;
  }

  get place(): Place {
    return this.#place;
  }

  /** The element is on a page; `root` holds what it renders. */
  connect(root: ParentNode): void {
    this.#root = root;
    this.#marking ??= new Marking();
    this.#window ??= new ScrollWindow(root);
    this.#printing ??= new Printing(() => {
      if (this.#place !== 'reading') return;
      this.#reading?.fillAll();
      this.mark();
    });
  }

  /** The element is taken out: nothing of it stays on the page. */
  disconnect(): void {
    this.#marking?.dispose();
    this.#marking = null;
    this.#window?.dispose();
    this.#window = null;
    this.#printing?.dispose();
    this.#printing = null;
  }

  /** Another text or report is shown, where it belongs. */
  settle(arriving = false): void {
    const page = this.#scene.page();
    // Where a part of the page cannot be painted, its text is shown with marks of our own.
    if (!page || !highlightsSupported() || this.#scene.wantsElements()) this.#place = 'reading';
    else this.#place = page.target === this.#host ? 'slot' : 'page';
    this.#arriving = arriving;
    this.invalidate();
  }

  /** There is no text: what stands between the tags is shown. */
  leave(): void {
    this.#place = 'slot';
    this.invalidate();
  }

  /** Something else is to be marked, when the element has rendered. */
  invalidate(): void {
    this.#unmarked = true;
  }

  /** Follows what the element has rendered. `text` is `null` where the text is not shown. */
  draw(text: string | null): void {
    this.#reading ??= this.#newReading();
    if (!this.#reading) return;
    if (this.#place === 'reading' && text !== null) this.#reading.show(text);
    if (this.#unmarked) this.mark();
    this.#window?.update();
  }

  mark(): void {
    const asElements = this.#asElements();
    const marked = this.#scene.marked();
    this.#marking?.update(this.#surface(), marked && { ...marked, asElements });
    if (asElements || this.#wereElements) this.#reading?.refill();
    this.#wereElements = asElements;
    this.#unmarked = false;
    if (this.#arriving && this.#reading) fadeIn(this.#reading.container);
    this.#arriving = false;
  }

  /** Other parts of the text came near the viewport. */
  readonly moved = (): void => this.#marking?.moved();

  /** Scrolls to a span, above the sheet that covers the end of a narrow page. */
  reveal(span: Span): void {
    const side = this.#box('.with-text .side');
    const text = this.#box('.text');
    const covers = side && text && side.left < text.right && text.left < side.right;
    this.#surface()?.reveal(span, covers ? side.height : 0);
  }

  /** Scrolls to an offset that is pointed at. */
  goTo(offset: number): void {
    this.#surface()?.reveal({ start: offset, end: offset + 1 }, 0);
  }

  /** The offset that a click means; links and selected text are left alone. */
  clicked(event: Event): number | null {
    return clickedOffset(event, this.#surface());
  }

  /** Marks are elements where highlights cannot be painted, are not wanted or not seen. */
  #asElements(): boolean {
    return !highlightsSupported() || this.#scene.wantsElements() || this.#printing?.now === true;
  }

  #surface(): Surface | null {
    return this.#place === 'reading' ? this.#reading : this.#scene.page();
  }

  #box(selector: string): DOMRect | undefined {
    return this.#root?.querySelector(selector)?.getBoundingClientRect();
  }

  #newReading(): ReadingView | null {
    const container = this.#root?.querySelector<HTMLElement>('.reading');
    if (!container) return null;
    const marked = fillWithMarks(() => this.#marking?.layers ?? new Map());
    return new ReadingView(container, this.moved, (paragraph, text, block) => {
      if (this.#asElements()) marked(paragraph, text, block);
      else paragraph.append(text);
    });
  }
}
