/** How a plain text is laid out as paragraphs, before anything has been computed about it. */

/** A piece of the text that is shown as one paragraph, `[start, end)` in UTF-16 code units. */
export interface Block {
  readonly start: number;
  readonly end: number;
}

/** How the line breaks inside a block are shown. */
export type LineBreaks = 'kept' | 'flowing';

export interface Layout {
  readonly blocks: Block[];
  readonly lineBreaks: LineBreaks;
}

/** The longest block: a line without end is cut, so that the browser need not lay it out whole. */
const LONGEST_BLOCK = 20_000;

const LINE = /[^\n\r\u2028\u2029]+/g;
const PARAGRAPH_BREAK = /(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r(?!\n))\s*/g;

/**
 * Splits a text into blocks: at empty lines where it has any, else at every line.
 * Lines that were wrapped by hand flow together again; those of a poem stay.
 */
export function layOut(text: string): Layout {
  const paragraphs = splitAt(text, PARAGRAPH_BREAK);
  if (paragraphs.length > 1) {
    return {
      blocks: paragraphs.flatMap((block) => cut(text, block)),
      lineBreaks: isHardWrapped(text) ? 'flowing' : 'kept',
    };
  }
  const lines: Block[] = [];
  for (const { index, 0: line } of text.matchAll(LINE)) {
    if (line.trim() !== '') lines.push({ start: index, end: index + line.length });
  }
  return { blocks: lines.flatMap((block) => cut(text, block)), lineBreaks: 'kept' };
}

function splitAt(text: string, separator: RegExp): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  const push = (end: number) => {
    if (text.slice(start, end).trim() !== '') blocks.push({ start, end });
  };
  for (const { index, 0: found } of text.matchAll(separator)) {
    push(index);
    start = index + found.length;
  }
  push(text.length);
  return blocks;
}

/** Whether most lines that are followed by another end near one width, as those of a typescript do. */
export function isHardWrapped(text: string): boolean {
  const lines = text.slice(0, 100_000).split(/\r\n|[\n\r]/);
  let followed = 0;
  let wrapped = 0;
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '' || (lines[at + 1] ?? '').trim() === '') continue;
    followed += 1;
    if (line.length >= 50 && line.length <= 100) wrapped += 1;
  }
  return followed > 0 && wrapped > followed / 2;
}

/** Cuts a block that is too long, at white space where there is some and never inside a surrogate pair. */
function cut(text: string, { start, end }: Block): Block[] {
  const pieces: Block[] = [];
  let from = start;
  while (end - from > LONGEST_BLOCK) {
    let to = text.lastIndexOf(' ', from + LONGEST_BLOCK) + 1;
    if (to <= from + LONGEST_BLOCK / 2) to = from + LONGEST_BLOCK;
    const unit = text.charCodeAt(to);
    if (unit >= 0xdc00 && unit <= 0xdfff) to -= 1;
    pieces.push({ start: from, end: to });
    from = to;
  }
  pieces.push({ start: from, end });
  return pieces;
}

/** Whether the first block is a line above the text rather than a sentence of it. */
export function hasHeadline(text: string, { blocks }: Layout): boolean {
  const [first] = blocks;
  if (!first || blocks.length < 2 || first.end - first.start > 240) return false;
  return !/[.!?…:;,”"’')\]]\s*$/u.test(text.slice(first.start, first.end));
}
