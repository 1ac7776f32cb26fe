import { beforeEach, expect, test, vi } from 'vitest';
import { ExploreCore } from './explore.ts';

const taken: number[] = [];
vi.mock('#explore', () => ({
  default: async () => {},
  buildId: () => 'test-build',
  definitions: () => [],
  loadPack: (part: Uint8Array) => void taken.push(part[0] ?? 0),
  Explorer: class {},
}));

/** The smallest module of WebAssembly. */
const module = { bytes: Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0) };

beforeEach(() => void taken.splice(0));

test('packs that come after the module has started are taken before the next text, each once', async () => {
  const packs = [Uint8Array.of(1), Uint8Array.of(2)];
  const core = new ExploreCore(packs);
  await core.definitions(module);
  expect(taken).toEqual([1, 2]);
  packs.push(Uint8Array.of(3));
  await core.open(1, module, 'Ein Text.', {});
  await core.open(2, module, 'Noch einer.', {});
  expect(taken).toEqual([1, 2, 3]);
});
