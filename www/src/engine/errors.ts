/** Errors that a reader or a publisher can act on. */

/** Stable reasons; those after `worker` come from the core itself. */
export type LensErrorCode =
  | 'no-webassembly'
  | 'no-simd'
  | 'not-found'
  | 'not-text'
  | 'build-mismatch'
  | 'worker'
  | 'not-a-string'
  | 'too-long'
  | 'bad-options'
  | 'bad-range'
  | 'bad-query'
  | 'bad-pack'
  | 'internal';

const CORE_CODES: readonly string[] = [
  'not-a-string',
  'too-long',
  'bad-options',
  'bad-range',
  'bad-query',
  'bad-pack',
  'internal',
] satisfies LensErrorCode[];

/** What went wrong and, where it applies, at which address or file. */
export class LensError extends Error {
  override readonly name = 'LensError';
  readonly code: LensErrorCode;
  /** Address or file name that the error is about, or an empty string. */
  readonly where: string;

  constructor(code: LensErrorCode, message: string, where = '') {
    super(message);
    this.code = code;
    this.where = where;
  }
}

/** An error in a form that `postMessage` carries everywhere. */
export interface PlainError {
  code: LensErrorCode;
  message: string;
  where: string;
}

function isCoreCode(code: unknown): code is LensErrorCode {
  return typeof code === 'string' && CORE_CODES.includes(code);
}

/** Anything thrown, as a {@link LensError}. */
export function asLensError(thrown: unknown): LensError {
  if (thrown instanceof LensError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : '';
  return new LensError(isCoreCode(code) ? code : 'internal', message);
}

export function toPlain(thrown: unknown): PlainError {
  const { code, message, where } = asLensError(thrown);
  return { code, message, where };
}

export function fromPlain({ code, message, where }: PlainError): LensError {
  return new LensError(code, message, where);
}

/** Whether a rejection only says that nobody waits for the answer any more. */
export function isAbort(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'AbortError';
}
