import { readFileSync, writeFileSync } from 'node:fs';
import { features } from '../../src/features/index.ts';
import { commandTable } from './table.ts';

/** Writes the table of commands into docs/commands, between its two marks. */
const BETWEEN = /(<!-- commands -->\n)[\s\S]*?(<!-- \/commands -->)/;

for (const [name, language] of [
  ['docs/commands.md', 'en'],
  ['docs/commands.zh-CN.md', 'zh'],
] as const) {
  const path = new URL(`../../${name}`, import.meta.url);
  const table = commandTable(
    features.flatMap((one) => one.commands),
    language,
  );
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(BETWEEN, (_, open, close) => `${open}${table}\n${close}`),
  );
}
