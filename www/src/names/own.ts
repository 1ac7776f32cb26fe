/** The names that a reader knows, as an attribute or a text field holds them. */

import type { EntityType, OwnEntity } from '../engine/types.ts';

/**
 * Reads `Acme | Acme Corp: organisation; Widget 3: work`: entries apart by semicolons or lines,
 * aliases by bars, the type after the last colon (an organisation when there is none).
 */
export function parseNames(list: string | null, types: readonly EntityType[]): OwnEntity[] {
  return entries(list).flatMap((entry) => {
    const colon = entry.lastIndexOf(':');
    const given = entry
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    const known = colon < 0 ? undefined : types.find((type) => type === given);
    const [name, ...aliases] = (known ? entry.slice(0, colon) : entry)
      .split('|')
      .map((form) => form.trim())
      .filter(Boolean);
    return name ? [{ name, aliases, type: known ?? 'organisation' }] : [];
  });
}

/** Names apart by semicolons or lines. */
export function entries(list: string | null): string[] {
  return (list ?? '')
    .split(/[;\n]/)
    .map((entry) => entry.trim())
    .filter(Boolean);
}
