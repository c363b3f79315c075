import { createHmac } from 'node:crypto';

/**
 * A number of 16 bits that follows from a key and what it is about, and that nobody can tell
 * without the key. A function of its arguments alone: put over a small number with `^` it hides it,
 * and put over it again it shows it.
 */
export function hmac(key: string, about: string): number {
  return createHmac('sha256', key).update(about).digest().readUInt16BE(0);
}

/**
 * What stands for a text, 22 characters: the same for the same text and key, and nobody finds the
 * text from it, or by trying, without the key.
 */
export function keyedHash(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url').slice(0, 22);
}
