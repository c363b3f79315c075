import { StoreDamaged } from '../../src/ports/store.ts';
import { type Committed, decodeLine } from './commit-line.ts';

/** A place in the journal, and the number of the commit that is expected there. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly expected: number;
}

/** As `decodeLine`, for whoever opens the store. @throws StoreDamaged */
export function decode(
  bytes: Buffer,
  file: string,
  line: number,
): readonly Committed[] | undefined {
  try {
    return decodeLine(bytes);
  } catch {
    throw new StoreDamaged(
      `${file}, line ${line}, was written whole but is no commit that this version knows. ${ADVICE}`,
    );
  }
}

/** Commits are missing that were acknowledged. */
export function damaged({ file, line, expected }: Place): StoreDamaged {
  return new StoreDamaged(
    `${file}, line ${line}: commit ${expected} is missing or damaged, and later ones stand behind it. ${ADVICE}`,
  );
}

/** Another program has changed the ends of the lines. */
export function otherEnds({ file, line }: Place): StoreDamaged {
  return new StoreDamaged(
    `${file}, line ${line}, ends with a carriage return: a program has changed the line ends. ${ADVICE}`,
  );
}

const ADVICE =
  'Nothing was changed. Keep a copy of the folder, look at that line, or restore the latest backup.';
