/** Tells a strip beside the text which part of the text is in the viewport. */

export class ScrollWindow {
  readonly #root: ParentNode;
  #frame = 0;

  constructor(root: ParentNode) {
    this.#root = root;
    addEventListener('scroll', this.#changed, { capture: true, passive: true });
    addEventListener('resize', this.#changed, { passive: true });
  }

  /** Measures in the next frame. */
  readonly #changed = (): void => {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.update());
  };

  update(): void {
    const strip = this.#root.querySelector<HTMLElement>('.minimap');
    const text = this.#root.querySelector('.reading:not([hidden]), .own:not([hidden])');
    if (!strip || !text) return;
    const { top, height } = text.getBoundingClientRect();
    const share = (y: number) => Math.min(Math.max((y - top) / Math.max(height, 1), 0), 1);
    strip.style.setProperty('--from', String(share(0)));
    strip.style.setProperty('--to', String(share(innerHeight)));
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    removeEventListener('scroll', this.#changed, { capture: true });
    removeEventListener('resize', this.#changed);
  }
}
