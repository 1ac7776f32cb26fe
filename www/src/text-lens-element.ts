/** Entry of the library: the class alone. Importing it registers nothing and is safe on a server. */

export { defineTextLens } from './element/define.ts';
export type { SelectDetail, TextLensEventMap, ViewDetail } from './element/events.ts';
export { TextLensElement } from './element/text-lens.ts';
export type { AssetAddresses } from './engine/assets.ts';
export { LensError, type LensErrorCode } from './engine/errors.ts';
export type * from './engine/types.ts';
