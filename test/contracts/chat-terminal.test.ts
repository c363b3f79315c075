import { PassThrough } from 'node:stream';
import { Terminal } from '../../adapters/terminal/index.ts';
import { chatContract } from './chat.contract.ts';

chatContract('terminal', async () => {
  const input = new PassThrough();
  const output = new PassThrough();
  let written = '';
  output.on('data', (data: Buffer) => {
    written += data.toString();
  });
  const parts = {
    input,
    output,
    group: '联盟群',
    speaker: '张伟',
    session: 's',
    now: Date.now,
    momentOf: () => undefined,
  };
  const terminal = new Terminal({ ...parts, idle: async () => {} });
  const { chat } = terminal;
  const listening = terminal.listen();
  return {
    chat,
    says: async (name, text, place) => {
      input.write(`${name}${place === 'private' ? '（私聊）' : ''}：${text}\n`);
    },
    shown: () =>
      written
        .split(/^机器人：/m)
        .slice(1)
        .map((text) => text.replace(/\n$/, '').replaceAll('\n　　', '\n')),
    close: async () => {
      input.end();
      await listening;
    },
  };
});
