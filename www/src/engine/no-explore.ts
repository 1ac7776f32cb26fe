/** Stands in for the core for queries in the one-file page, which has no room for it. */

import { LensError } from './errors.ts';

export default async function init(): Promise<void> {}
export const buildId = (): string => __TEXTLENS_BUILD__;
export function loadPack(): void {}
/** Help texts come with that core, too. */
export const definitions = (): [] => [];
export const compareEntities = (): [] => [];

export class Explorer {
  constructor() {
    throw new LensError(
      'no-queries',
      'The page in one file has no room for searches: the page on a site has them.',
    );
  }
}
