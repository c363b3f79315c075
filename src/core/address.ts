import { z } from 'zod';

/** A place to talk in, as it is kept. */
export const address = z.object({
  platform: z.string(),
  account: z.string(),
  kind: z.enum(['group', 'private']),
  chat: z.string(),
});
type AddressRecord = z.infer<typeof address>;

/**
 * One text for each place; platforms and chats may hold any character, so it is not a path and not
 * a file name.
 */
export function addressKey(of: AddressRecord): string {
  const known = addressKeys.get(of);
  if (known !== undefined) return known;
  const { platform, account, kind, chat } = of;
  const key = JSON.stringify([platform, account, kind, chat]);
  addressKeys.set(of, key);
  return key;
}

/** Each message asks for its own several times. */
const addressKeys = new WeakMap<object, string>();
