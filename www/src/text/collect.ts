/** Reads the text of a part of a page, with the nodes that show it. */

import { type Segment, TextMap } from './mapping.ts';

/** Elements whose text is not part of what one reads. */
const SKIPPED = new Set([
  ...['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'TEXTAREA', 'SELECT', 'BUTTON'],
  ...['SVG', 'MATH', 'CANVAS', 'AUDIO', 'VIDEO', 'OBJECT', 'IFRAME', 'TEXT-LENS'],
]);

/** Elements that start a line of their own, for when there is no style to ask. */
const BLOCKS = new Set([
  ...['P', 'DIV', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'BLOCKQUOTE', 'PRE', 'HR', 'ADDRESS'],
  ...['ARTICLE', 'SECTION', 'MAIN', 'HEADER', 'FOOTER', 'ASIDE', 'NAV', 'FIGURE', 'FIGCAPTION'],
  ...['UL', 'OL', 'LI', 'DL', 'DT', 'DD', 'TABLE', 'CAPTION', 'THEAD', 'TBODY', 'TR', 'TD', 'TH'],
  ...['DETAILS', 'SUMMARY', 'FORM', 'FIELDSET'],
]);

export interface Collected {
  readonly text: string;
  readonly map: TextMap<Text>;
}

/**
 * The text of an element's descendants. Blocks are parted by an empty line,
 * `<br>` is a line break, and a line break of the source is the space it is
 * shown as; every character of a node keeps its place, so offsets map one to one.
 */
export function collectText(root: Element): Collected {
  const segments: Segment<Text>[] = [];
  const parts: string[] = [];
  let length = 0;
  let pending = '';

  const breakWith = (mark: string) => {
    if (length > 0 && mark.length > pending.length) pending = mark;
  };
  const append = (text: string) => {
    parts.push(text);
    length += text.length;
  };
  const visitText = (node: Text, preserved: boolean) => {
    const text = preserved ? node.data : node.data.replace(/[\t\n\r\f]/g, ' ');
    if (text === '' || (pending !== '' && text.trim() === '')) return;
    if (pending !== '') append(pending);
    pending = '';
    segments.push({ node, start: length, length: text.length });
    append(text);
  };
  const visit = (element: Element, isRoot: boolean) => {
    if (!isRoot && SKIPPED.has(element.tagName.toUpperCase())) return;
    // What a publisher puts into a named slot is furniture, not the text.
    if (element.parentElement === root && element.slot !== '') return;
    if (element.tagName === 'BR') return breakWith('\n');
    const style = getComputedStyle(element);
    if (style.display === 'none') return;
    const inline = isInline(element, style.display);
    const preserved = style.whiteSpace.startsWith('pre') || style.whiteSpace === 'break-spaces';
    if (!inline) breakWith('\n\n');
    for (const child of element.childNodes) {
      if (child instanceof Text) visitText(child, preserved);
      else if (child instanceof Element) visit(child, false);
    }
    if (!inline) breakWith('\n\n');
  };
  visit(root, true);
  return { text: parts.join(''), map: new TextMap(segments) };
}

/**
 * Whether an element stands in the line. Before the children of an element are
 * given a slot they have no style: then the name of the element tells.
 */
function isInline(element: Element, display: string): boolean {
  if (display === '') return !BLOCKS.has(element.tagName.toUpperCase());
  return /^(?:inline|contents|ruby)/.test(display);
}
