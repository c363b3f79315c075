import { z } from 'zod';
import { collection } from '../../core/collection.ts';

/** Group → the one alliance it belongs to. */
export const groupAlliances = collection(
  'places',
  z.object({ id: z.string(), alliance: z.string(), group: z.string().optional() }),
  {
    key: (place) => place.group ?? place.id,
  },
);

/** Account → the alliances whose people speak from it. */
export const accountAlliances = collection(
  'users',
  z.object({
    id: z.string(),
    /** In the order in which they came to know the account. */
    alliances: z.array(z.string()),
    /** The one that the account's private chat is about, once it was chosen. */
    current: z.string().optional(),
  }),
  { accounts: ['id'] },
);

/** Alliance → what it is called. */
export const allianceNames = collection('names', z.object({ id: z.string(), name: z.string() }), {
  keepsNames: true,
});
