import { expect, test } from 'vitest';
import { emptyReport } from '../../test/reports.ts';
import { asLensError, fromPlain, LensError, toPlain } from './errors.ts';
import { transferables } from './protocol.ts';
import { missingSupport } from './support.ts';

test('each buffer is moved once, however many lists share it', () => {
  const shared = new Uint32Array(8);
  const report = {
    ...emptyReport(),
    sentences: shared.subarray(0, 3),
    paragraphs: shared.subarray(3, 5),
    entities: [
      {
        name: 'Kim',
        type: 'person' as const,
        subtype: null,
        count: 1,
        mentions: new Uint32Array(2),
        salience: 1,
        confidence: 1,
        confidences: Float64Array.of(1),
        date: null,
        note: null,
      },
    ],
  };
  // One for sentences and paragraphs, two for the mentions and how sure they are, four of the
  // difficulty, one for the kinds of sentences.
  expect(transferables(report)).toHaveLength(8);
});

test('errors keep code, message and place on their way through a message', () => {
  const error = new LensError('not-found', 'It is not there.', '/x');
  expect(fromPlain(structuredClone(toPlain(error)))).toMatchObject({
    code: 'not-found',
    message: 'It is not there.',
    where: '/x',
  });
});

test('an error of the core keeps its code; anything else is internal', () => {
  const core = Object.assign(new Error('too long'), { name: 'TextlensError', code: 'too-long' });
  expect(asLensError(core).code).toBe('too-long');
  expect(asLensError(Object.assign(new Error('x'), { code: 'ENOENT' })).code).toBe('internal');
  expect(asLensError('x')).toMatchObject({ code: 'internal', message: 'x' });
});

test('Node has WebAssembly with SIMD, and its absence is said', () => {
  expect(missingSupport()).toBeNull();
  const { validate } = WebAssembly;
  WebAssembly.validate = () => false;
  expect(missingSupport()).toMatchObject({ code: 'no-simd' });
  WebAssembly.validate = validate;
});
