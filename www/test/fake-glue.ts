/** Stands in for the wasm in unit tests, which do not analyse anything. */

import type { EntityReport, PackInfo, Report } from '../src/engine/types.ts';
import { emptyReport } from './reports.ts';

export default async function init(): Promise<void> {}
export const analyze = (): Report => emptyReport();
export const findEntities = (): EntityReport => emptyReport();
export const loadPack = (): PackInfo => ({ name: 'en.words', version: '0', hash: '0'.repeat(16) });
export const buildId = (): string => 'test-build';
export class Explorer {}
