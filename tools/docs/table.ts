import type { AnyCommand } from '../../src/core/command.ts';
import { roleGroup } from '../../src/core/roles.ts';

const titles = {
  en: ['Command', 'Chinese', 'For example', 'Who', 'What it does'],
  zh: ['命令', '英文名', '例', '谁可以用', '做什么'],
} as const;

/** The table of commands for a README, made from the command objects. */
export function commandTable(commands: readonly AnyCommand[], language: 'en' | 'zh'): string {
  const rows = commands.map((command) => {
    const slash = `\`/${command.name}\``;
    const zh = [command.zhName, ...(command.aliases ?? [])].map((name) => `/${name}`).join(' ');
    const examples = command.examples.map((example) => `\`${example}\``).join(' ');
    const place =
      command.scope === 'private' ? { en: ' (in private)', zh: '（私聊）' }[language] : '';
    const names = language === 'en' ? [slash, zh] : [zh, slash];
    return [
      ...names,
      examples,
      roleGroup[command.minRole][language].replace(/^the /, ''),
      `${command.summary[language]}${place}`,
    ];
  });
  const lines = [titles[language], titles[language].map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
