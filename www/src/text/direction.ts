/** Which way a text runs. */

/** More tells no more. */
const LOOKED_AT = 2000;
const LETTERS = /\p{L}/gu;
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;

/** The direction of most of the letters at its beginning. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const start = text.slice(0, LOOKED_AT);
  const count = (letters: RegExp) => start.match(letters)?.length ?? 0;
  return count(RIGHT_TO_LEFT) * 2 > count(LETTERS) ? 'rtl' : 'ltr';
}
