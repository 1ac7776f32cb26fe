/** Flat lists of spans, `[start0, end0, start1, end1, …]`, as the core returns them. */

export interface Span {
  readonly start: number;
  readonly end: number;
}

export function* eachSpan(spans: Uint32Array): Generator<Span> {
  for (let at = 0; at + 1 < spans.length; at += 2) {
    yield { start: spans[at] ?? 0, end: spans[at + 1] ?? 0 };
  }
}

export function spanCount(spans: Uint32Array): number {
  return spans.length >> 1;
}

export function spanAt(spans: Uint32Array, index: number): Span | null {
  const start = spans[index * 2];
  const end = spans[index * 2 + 1];
  return start === undefined || end === undefined ? null : { start, end };
}

/** The last index in `0..length` whose value is at most `wanted`, or -1; `valueAt` must not fall. */
export function lastAtMost(
  length: number,
  valueAt: (index: number) => number,
  wanted: number,
): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueAt(middle) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
