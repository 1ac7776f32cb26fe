/** Whether scripts and WebAssembly belong together. */

import { LensError } from './errors.ts';

/** @throws when `id`, of the module that is called `what`, is of another build than this script. */
export function checkBuild(id: string, what: string): void {
  if (id === __TEXTLENS_BUILD__) return;
  throw new LensError(
    'build-mismatch',
    `The scripts are of build ${__TEXTLENS_BUILD__}, ${what} is of build ${id}: reload the page to get both anew.`,
  );
}
