/**
 * Lit's browser build reads `HTMLElement` and `document` while it is imported.
 * The library may be imported on a server, where there are neither.
 */

const PATCHES: readonly [file: RegExp, from: string, to: string][] = [
  [
    /@lit\/reactive-element\/reactive-element\.js$/,
    'extends HTMLElement{',
    'extends(globalThis.HTMLElement??class{}){',
  ],
  [
    /lit-html\/lit-html\.js$/,
    '=document,',
    '=globalThis.document??{createTreeWalker:()=>({}),createComment:()=>({})},',
  ],
];

/** @throws when a file of Lit no longer holds what is replaced, so that an update cannot pass unseen. */
export function serverSafe(code: string, id: string): string {
  return PATCHES.filter(([file]) => file.test(id)).reduce((patched, [, from, to]) => {
    if (patched.split(from).length !== 2) {
      throw new Error(`${id} holds "${from}" not just once: look at build/server-safe.ts again.`);
    }
    return patched.replace(from, to);
  }, code);
}
