/** Entry of the library: one script tag registers `<text-lens>`. */

import { defineTextLens } from './element/define.ts';

export * from './text-lens-element.ts';

defineTextLens();
