/** Where an element's text comes from, told by its attributes. */

/** `value` goes before `src`, `src` before `for`; else the element's own content is the text. */
export type TextSource =
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'src'; readonly address: string }
  | { readonly kind: 'page'; readonly id: string }
  | { readonly kind: 'own' };

export interface SourceAttributes {
  readonly value: string | null;
  readonly src: string | null;
  readonly htmlFor: string | null;
}

export function textSource({ value, src, htmlFor }: SourceAttributes): TextSource {
  if (value !== null) return { kind: 'value', text: value };
  if (src !== null) return { kind: 'src', address: src };
  if (htmlFor !== null) return { kind: 'page', id: htmlFor };
  return { kind: 'own' };
}
