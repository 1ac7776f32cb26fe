/** Where the project's files lie, and what `cargo xtask test` says by the environment. */

import { fileURLToPath } from 'node:url';

const root = process.env.TEXTLENS_ROOT ?? fileURLToPath(new URL('../../..', import.meta.url));

/** The absolute path of a file of the project. */
export const inProject = (path: string): string => `${root.replace(/\/$/, '')}/${path}`;

/** @throws when the caller has not set it, with what it must hold. */
function variable(name: string, meaning: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new Error(
    `${name} is not set: it must hold ${meaning}. \`cargo xtask test --only web-test\` sets it.`,
  );
}

export const nativeBinary = (): string =>
  variable('TEXTLENS_BIN', 'the path of the native program `textlens`');
export const siteAddress = (): string =>
  variable('TEXTLENS_URL', 'the address where `cargo xtask demo` serves the page');
export const chromiumPath = (): string =>
  variable('TEXTLENS_CHROMIUM', 'the path of a Chromium or Chrome');
export const firefoxPath = (): string => variable('TEXTLENS_FIREFOX', 'the path of a Firefox');
/** The driver of WebKit, or `null` where there is none: then its test is left out. */
export const webKitDriver = (): string | null => process.env.TEXTLENS_WEBKIT || null;
