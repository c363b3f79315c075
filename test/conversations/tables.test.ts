import { expect, test } from 'vitest';
import { documentMaker } from '../../adapters/documents/index.ts';
import { PhotoUnavailable } from '../../src/ports/chat.ts';
import { playersInMemory } from '../support/conversation.ts';

const FILES: Readonly<Record<string, string>> = {
  'other.csv': '菜名,价钱\n白菜,2',
  'broken.xlsx': '这不是表格，只是改了名字的一段文字',
  'old.xls': '旧表格',
};

test('a file that is no table of ours is answered with what to do', async () => {
  const tables = documentMaker();
  const player = await playersInMemory({
    tables,
    onFetch: async (name) => {
      const text = FILES[name];
      if (text === undefined) throw new PhotoUnavailable('gone');
      return new TextEncoder().encode(text);
    },
  });
  const answers = async (name: string, file: string, isPrivate = true) => {
    player.take();
    await player.say({ name, private: isPrivate, text: '', file });
    return player.take().map(({ outgoing }) => outgoing.text);
  };
  expect(await answers('李雪梅', 'other.csv')).toEqual([
    expect.stringMatching(/^没认出这张表是什么/),
  ]);
  expect(await answers('李雪梅', 'broken.xlsx')).toEqual([
    expect.stringMatching(/^这个文件打不开/),
  ]);
  expect(await answers('李雪梅', 'old.xls')).toEqual([
    expect.stringMatching(/^我只认 xlsx 和 csv/),
  ]);
  expect(await answers('李雪梅', 'gone.xlsx')).toEqual([expect.stringMatching(/^文件没有取到/)]);
  expect(await answers('张伟', 'other.csv')).toEqual([
    expect.stringMatching(/^文件我只收联络员发的/),
  ]);
  expect(await answers('陌生人', 'other.csv')).toEqual([
    expect.stringMatching(/^文件我只收联络员/),
  ]);
  expect(await answers('李雪梅', 'other.csv', false)).toEqual([]);
  await tables.close();
});
