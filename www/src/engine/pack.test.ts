import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LensError } from './errors.ts';
import { Pack } from './pack.ts';

const missing = new LensError('not-found', 'It is not there.', '/x.pack');

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a pack that is there is fetched once', async () => {
  const load = vi.fn().mockResolvedValue({});
  const pack = new Pack(load);
  expect(pack.settled).toBe(false);
  await expect(pack.fetch()).resolves.toBeNull();
  expect(pack.settled).toBe(true);
  vi.advanceTimersByTime(3_600_000);
  await expect(pack.fetch()).resolves.toBeNull();
  expect(load).toHaveBeenCalledOnce();
});

test('a pack that is missing is fetched again after a while, not at once', async () => {
  const load = vi.fn().mockRejectedValueOnce(missing).mockResolvedValue({});
  const pack = new Pack(load);
  await expect(pack.fetch()).resolves.toBe(missing);
  await expect(pack.fetch()).resolves.toBe(missing);
  expect(pack.settled).toBe(true);
  expect(load).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(60_000);
  expect(pack.settled).toBe(false);
  await expect(pack.fetch()).resolves.toBeNull();
  expect(pack.settled).toBe(true);
  expect(load).toHaveBeenCalledTimes(2);
});
