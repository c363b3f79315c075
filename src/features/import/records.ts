import { z } from 'zod';
import { collection } from '../../core/collection.ts';

/**
 * What the last import said of one thing, and the record that it became. Its id is the collection
 * and the file's id.
 */
export const lastImports = collection(
  'lastImports',
  z.object({ id: z.string(), record: z.string(), said: z.record(z.string(), z.unknown()) }),
  // Of a person or of something else, as its id says; whoever runs a fixed day.
  { peopleApart: ['record', 'said.id', 'said.liaison'] },
);
export type LastImport = z.infer<(typeof lastImports)['schema']>;
