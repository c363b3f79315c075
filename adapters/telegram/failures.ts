import { PhotoUnavailable, SendFailed } from '../../src/ports/chat.ts';
import { TelegramError } from './client.ts';

/** A token that is refused may be mended by whoever runs the bot; until then, ms. */
const TOKEN_AGAIN = 60_000;

/** The token is not taken, now. */
export function isRefused(error: unknown): boolean {
  return error instanceof TelegramError && (error.status === 401 || error.status === 404);
}

/**
 * What a failed call means for a message. `edit`: it would only have changed a message, which may
 * be done twice.
 */
export function failure(error: TelegramError, edit: boolean): SendFailed {
  const { code, status, description, retryAfter, perhapsDone, movedTo } = error;
  if (perhapsDone) return new SendFailed(edit ? 'refused' : 'uncertain', code, retryAfter);
  if (status === 0 || movedTo !== undefined) return new SendFailed('refused', code);
  if (status === 429) return new SendFailed('refused', code, retryAfter);
  if (status === 401 || status === 404) return new SendFailed('refused', code, TOKEN_AGAIN);
  return new SendFailed(status === 403 || isShut(description) ? 'gone' : 'unfit', code);
}

/**
 * What a failed download means for a photo; `wrong file_id or the file is temporarily unavailable`
 * may pass.
 */
export function unavailable(error: unknown): unknown {
  if (says(error, /file is too big/i)) return new PhotoUnavailable('large');
  return says(error, /invalid file_?id|FILE_ID_INVALID|FILE_REFERENCE_/i)
    ? new PhotoUnavailable('gone')
    : error;
}

/** Telegram makes no photo of it, but takes it as a file. */
export function isNoPhoto(error: unknown): boolean {
  if (error instanceof TelegramError && error.status === 413) return true;
  return says(
    error,
    /IMAGE_PROCESS_FAILED|PHOTO_INVALID_DIMENSIONS|PHOTO_EXT_INVALID|PHOTO_SAVE_FILE_INVALID/i,
  );
}

/** The bot is muted there, or the chat is none that it has ever seen. */
function isShut(description: string): boolean {
  return /not enough rights to send|no rights to send|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|chat not found|PEER_ID_INVALID/i.test(
    description,
  );
}

/** The message stands already as it should. */
export function isUnchanged(error: unknown): boolean {
  return says(error, /message is not modified/i);
}

/** The message was deleted, or is too old to be changed. */
export function isLost(error: unknown): boolean {
  return says(
    error,
    /message to edit not found|message can't be edited|MESSAGE_ID_INVALID|there is no text in the message/i,
  );
}

export function noSuchTopic(error: unknown): boolean {
  return says(error, /message thread not found|TOPIC_CLOSED|TOPIC_DELETED/i);
}

/** Told too late that a press was seen; nothing is lost by it. */
export function isTooLate(error: unknown): boolean {
  return says(error, /query is too old|query ID is invalid/i);
}

function says(error: unknown, pattern: RegExp): boolean {
  return error instanceof TelegramError && error.status === 400 && pattern.test(error.description);
}
