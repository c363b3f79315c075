import type { Api, RawApi } from 'grammy';

/**
 * What a call of Telegram came to when it did not work. Its message names the method and the number
 * only.
 */
export class TelegramError extends Error {
  override readonly name = 'TelegramError';
  readonly code: string;
  /** 0 when no answer came that could be read. */
  readonly status: number;
  /**
   * Telegram's words, for telling cases apart; they may quote what was sent, so they are never
   * logged.
   */
  readonly description: string;
  /** Telegram may have carried it out nevertheless. */
  readonly perhapsDone: boolean;
  /** Ms until it may be tried again. */
  readonly retryAfter: number;
  /** The id that the group has now. */
  readonly movedTo: string | undefined;

  constructor(
    method: string,
    parts: { status: number; description: string; perhapsDone: boolean } & Partial<Hints>,
  ) {
    super(`${method} ${parts.status}`);
    this.code = this.message;
    this.status = parts.status;
    this.description = parts.description;
    this.perhapsDone = parts.perhapsDone;
    this.retryAfter = parts.retryAfter ?? 0;
    this.movedTo = parts.movedTo;
  }
}

interface Hints {
  readonly retryAfter: number;
  readonly movedTo: string | undefined;
}

/** A refusal is an answer; that something is broken is none. */
function isAnswer({ status }: TelegramError): boolean {
  return status > 0 && status < 500;
}

/** What was sent has an id; a proxy that says that all is well does not know it. */
function isResult(method: string, result: unknown): boolean {
  if (!/^(send|edit)/.test(method)) return true;
  const sent: readonly unknown[] = Array.isArray(result) ? result : [result];
  return sent.every((one) =>
    Number.isInteger((one as { message_id?: unknown } | null)?.message_id),
  );
}

function notUnderstood(method: string): TelegramError {
  return new TelegramError(method, { status: 0, description: '', perhapsDone: true });
}

/** Telegram never sees a request that ended like this. */
const NEVER_ARRIVED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
]);

/**
 * Telegram answers a poll within its timeout, a call at once; then nobody waits longer than this,
 * s.
 */
const CALL_WITHIN = 60;

/** Telegram gives out no larger files, a server of one's own may; bytes. */
const LARGEST_FILE = 20 * 1024 * 1024;
const TOO_BIG = 'Bad Request: file is too big';

/** Methods without a payload take the signal in its place. */
type Payload<M extends keyof RawApi> = Parameters<RawApi[M]>[0] extends
  | { readonly aborted: boolean }
  | undefined
  ? undefined
  : Parameters<RawApi[M]>[0];

/** The Bot API by its methods. The library is loaded when the first client is made. */
export class Client {
  /** Told of each call whether Telegram has answered it, with whatever. */
  onEnd: (answered: boolean) => void = () => {};
  private readonly api: Api;
  private readonly files: string;
  private readonly telling: (error: unknown, method: string) => unknown;

  private constructor(
    api: Api,
    files: string,
    telling: (error: unknown, method: string) => unknown,
  ) {
    this.api = api;
    this.files = files;
    this.telling = telling;
  }

  static async make(token: string, root: string): Promise<Client> {
    const { Api, GrammyError, HttpError } = await import('grammy');
    const telling = (error: unknown, method: string): unknown => {
      if (error instanceof GrammyError) {
        const { error_code: status, description, parameters } = error;
        const movedTo = parameters.migrate_to_chat_id;
        return new TelegramError(method, {
          status,
          description,
          perhapsDone: status >= 500,
          retryAfter: (parameters.retry_after ?? 0) * 1_000,
          movedTo: movedTo === undefined ? undefined : String(movedTo),
        });
      }
      if (error instanceof TelegramError || !(error instanceof HttpError)) return error;
      const cause = String((error.error as { code?: unknown } | undefined)?.code);
      return new TelegramError(method, {
        status: 0,
        description: '',
        perhapsDone: !NEVER_ARRIVED.has(cause),
      });
    };
    return new Client(
      new Api(token, { apiRoot: root, timeoutSeconds: CALL_WITHIN }),
      `${root}/file/bot${token}`,
      telling,
    );
  }

  /** @throws TelegramError */
  async call<M extends keyof RawApi>(
    method: M,
    payload: Payload<M>,
    signal?: AbortSignal,
  ): Promise<Awaited<ReturnType<RawApi[M]>>> {
    const methods = this.api.raw as unknown as Record<M, (...args: readonly unknown[]) => unknown>;
    const args = payload === undefined ? [signal] : [payload, signal];
    try {
      const result = await methods[method](...args);
      if (!isResult(method, result)) throw notUnderstood(method);
      this.onEnd(true);
      return result as Awaited<ReturnType<RawApi[M]>>;
    } catch (error) {
      const told = this.telling(error, method);
      // Whoever takes a call back has not asked for an answer.
      if (told instanceof TelegramError && signal?.aborted !== true) this.onEnd(isAnswer(told));
      throw told;
    }
  }

  /** The content of a file that Telegram holds. @throws TelegramError */
  async file(id: string): Promise<Uint8Array> {
    const { file_path: path, file_size: size = 0 } = await this.call('getFile', { file_id: id });
    if (size > LARGEST_FILE)
      throw new TelegramError('file', { status: 400, description: TOO_BIG, perhapsDone: false });
    const failed = (status: number) =>
      new TelegramError('file', { status, description: '', perhapsDone: false });
    const signal = AbortSignal.timeout(CALL_WITHIN * 1_000);
    // Errors of fetch hold the address, and with it the token.
    const unread = () => {
      throw failed(0);
    };
    const answer = await fetch(`${this.files}/${path}`, { signal }).catch(unread);
    if (!answer.ok) throw failed(answer.status);
    return new Uint8Array(await answer.arrayBuffer().catch(unread));
  }
}
