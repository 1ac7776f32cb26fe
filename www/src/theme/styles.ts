/** Style sheets of the element's shadow tree, in order; Lit adopts them as constructed sheets. */

import type { CSSResult } from 'lit';
import { adaptations, controls, tokens } from './base.ts';
import { charts } from './charts.ts';
import { explore } from './explore.ts';
import { layout } from './layout.ts';
import { panels } from './panels.ts';
import { layers, reading } from './reading.ts';

export const styles: CSSResult[] = [
  tokens,
  controls,
  reading,
  panels,
  charts,
  explore,
  layout,
  layers,
  adaptations,
];
