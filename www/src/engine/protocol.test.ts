import { expect, test } from 'vitest';
import { asLensError, fromPlain, LensError, toPlain } from './errors.ts';
import { missingSupport } from './support.ts';

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
