import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { Terminal } from '../adapters/terminal/index.ts';

test('the prompt shows the moment of the example, and who speaks; both change', async () => {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} });
  const output = new PassThrough();
  let written = '';
  output.on('data', (data: Buffer) => {
    written += data.toString();
  });
  let moment = '11月22日（周日）18:00';
  const terminal = new Terminal({
    ...{ input, output, group: '联盟群', speaker: '张伟', session: 's', now: Date.now },
    ...{ momentOf: () => undefined, moment: () => moment, idle: async () => {} },
    passTo: async () => {
      moment = '11月25日（周三）8:12';
      return undefined;
    },
  });
  const listening = terminal.listen();
  input.write('【25日 8:12】\r');
  input.write('李娟（私聊）：在吗\r');
  input.end();
  await listening;
  const prompts = written.match(/\d+月\d+日（周.）\d+:\d+ [^>\s]+> /g) ?? [];
  expect(prompts[0]).toBe('11月22日（周日）18:00 张伟> ');
  expect(prompts).toContain('11月25日（周三）8:12 张伟> ');
  expect(prompts.at(-1)).toBe('11月25日（周三）8:12 李娟（私聊）> ');
});
