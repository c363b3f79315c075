import { StoreDamaged } from '../../src/ports/store.ts';
import type { Text } from '../../src/ports/text.ts';
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
    throw new StoreDamaged({
      zh: `${file} 第 ${line} 行写得完整，可是这个版本不认识。${ADVICE.zh}`,
      en: `${file}, line ${line}, was written whole but is no commit that this version knows. ${ADVICE.en}`,
    });
  }
}

/** Commits are missing that were acknowledged. */
export function damaged({ file, line, expected }: Place): StoreDamaged {
  return new StoreDamaged({
    zh: `${file} 第 ${line} 行：第 ${expected} 次记录缺了或者坏了，后面却还有更新的。${ADVICE.zh}`,
    en: `${file}, line ${line}: commit ${expected} is missing or damaged, and later ones stand behind it. ${ADVICE.en}`,
  });
}

/** Another program has changed the ends of the lines. */
export function otherEnds({ file, line }: Place): StoreDamaged {
  return new StoreDamaged({
    zh: `${file} 第 ${line} 行末尾多了回车符：有别的程序改过换行。${ADVICE.zh}`,
    en: `${file}, line ${line}, ends with a carriage return: a program has changed the line ends. ${ADVICE.en}`,
  });
}

const ADVICE: Text = {
  zh: '什么都没改。请先把文件夹拷一份留着，再看看那一行，或者用最近的备份恢复（npm run restore -- 备份文件）',
  en: 'Nothing was changed. Keep a copy of the folder, look at that line, or restore the latest backup.',
};
