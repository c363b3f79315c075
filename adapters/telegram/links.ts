/*
 * Links that say words to the bot in private: https://t.me/<bot>?start=<payload>. A payload has at
 * most 64 characters of A–Z a–z 0–9 _ -, so the words are written in base64url, which leaves room
 * for 48 bytes (16 Chinese characters).
 */

const LONGEST = 64;

/** The link that says these words, or nothing where they are too long for one. */
export function linkOf(words: string, username: string): string | undefined {
  const payload = Buffer.from(words).toString('base64url');
  return payload.length > LONGEST ? undefined : `https://t.me/${username}?start=${payload}`;
}

/** What a `/start` message says: the words of its link, with `/help` when it has none. */
export function wordsOfStart(
  text: string,
): { readonly words: string; readonly linked: boolean } | undefined {
  const [, payload] = /^\/start(?:@\w+)?(?:\s+([\w-]{1,64}))?\s*$/.exec(text) ?? [
    undefined,
    undefined,
  ];
  if (!/^\/start(?:@\w+)?(?:\s|$)/.test(text)) return undefined;
  if (payload === undefined) return { words: '/help', linked: false };
  const words = Buffer.from(payload, 'base64url').toString('utf8');
  return { words, linked: true };
}

/**
 * What every link in a text would say, however much of the link is there: who has a payload alone
 * can type the rest.
 */
export function wordsInLinks(text: string): readonly string[] {
  return [...text.matchAll(/[\w-]{8,}/g)].map(([payload]) =>
    Buffer.from(payload, 'base64url').toString('utf8'),
  );
}

/** The QR code of a link, to be printed for a board. */
export async function qrCode(link: string): Promise<Uint8Array> {
  const { default: qr } = await import('qrcode');
  return new Uint8Array(
    await qr.toBuffer(link, { width: 600, margin: 3, errorCorrectionLevel: 'M' }),
  );
}
