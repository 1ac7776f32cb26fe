/** Which way a text runs. */

/** More tells no more. */
const LOOKED_AT = 2000;
/** From Hebrew to Arabic, as Unicode lays out the scripts that run from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff]/g;

/** The direction of most of the letters at its beginning. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const count = (letters: RegExp) => text.slice(0, LOOKED_AT).match(letters)?.length ?? 0;
  return count(RIGHT_TO_LEFT) * 2 > count(/\p{L}/gu) ? 'rtl' : 'ltr';
}
