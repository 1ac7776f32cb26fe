/** What the analyser of custom elements is told; the file that it writes is finished by elements-manifest.ts. */
export default { globs: ['src/element/text-lens.ts'], litelement: true, packagejson: false };
