/** How Chromium is started: by the tests, and by the benchmark, which Node runs as it is. */

/** Nothing but what the page asks for goes to the network; the sandbox cannot be had as root. */
export const CHROMIUM_ARGUMENTS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  '--disable-sync',
];
