// Why a render task cannot be done. Thrown by the skills of this room, told to the database by worker.ts.

/** `code` is stored and worded by the app; `isRetryable`: another try, or another worker, may do it. */
export class RenderError extends Error {
  override readonly name = 'RenderError';
  readonly code: string;
  readonly detail: Record<string, unknown>;
  readonly isRetryable: boolean;

  constructor(code: string, detail: Record<string, unknown> = {}, isRetryable = false) {
    super(Object.keys(detail).length > 0 ? `${code} ${JSON.stringify(detail)}` : code);
    this.code = code;
    this.detail = detail;
    this.isRetryable = isRetryable;
  }
}
