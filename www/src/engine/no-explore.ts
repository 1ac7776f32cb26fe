/** Stands in for the core for queries in the one-file page, which has no room for it. */

import { LensError } from './errors.ts';
import type { Definition } from './explore-types.ts';

export default async function init(): Promise<void> {}
export const buildId = (): string => __TEXTLENS_BUILD__;
export function loadPack(): void {}
/** Help texts come with that core, too: the one without an id stands for each. */
export const definitions = (): Definition[] => [
  {
    id: '',
    unit: '',
    definition: 'The page in one file has no room for explanations: the page on a site has them.',
    source: '',
  },
];
export const compareEntities = (): [] => [];

export class Explorer {
  constructor() {
    throw new LensError(
      'no-queries',
      'The page in one file has no room for searches: the page on a site has them.',
    );
  }
}
