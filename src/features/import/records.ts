import { z } from 'zod';
import { collection } from '../../core/collection.ts';

/**
 * What the last import said of one thing, and the record that it became. Its id is the collection
 * and the file's id.
 */
export const lastImports = collection(
  'lastImports',
  z.object({ id: z.string(), record: z.string(), said: z.record(z.string(), z.unknown()) }),
);
