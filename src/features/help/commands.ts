import { rest } from '../../core/arguments.ts';
import { type AnyCommand, command } from '../../core/command.ts';
import { fold } from '../../core/line.ts';
import { shownName } from '../../core/names.ts';
import { refuse, say } from '../../core/outcome.ts';
import { mayActAs } from '../../core/roles.ts';
import { namesOf } from '../../understanding/catalog.ts';
import { slipOf } from '../../understanding/slips.ts';
import { helpPhrases, texts } from './texts.ts';
import { type Chapter, chapterText, explained, overview } from './views.ts';

export function helpCommand(chapters: readonly Chapter[]): AnyCommand {
  const known = new Map<string, Chapter | AnyCommand>();
  for (const chapter of chapters) {
    for (const one of chapter.commands)
      for (const called of namesOf(one)) known.set(fold(called), one);
    for (const title of [chapter.title.zh, chapter.title.en]) known.set(fold(title), chapter);
  }
  // `+1` explains what it is an example of, 「怎么报名」 what it has the name of.
  const all = chapters.flatMap(({ commands }) => commands);
  const examples = new Map(
    all.flatMap((one) => one.examples.map((example) => [fold(example), one] as const)),
  );
  const within = (asked: string) => {
    const names = [...known.keys()].filter(
      (called) => /^\p{Script=Han}{2,}$/u.test(called) && asked.includes(called),
    );
    return known.get(names.sort((a, b) => b.length - a.length)[0] ?? '');
  };
  return command({
    name: 'help',
    zhName: '帮助',
    aliases: ['菜单', '怎么用'],
    minRole: 'guest',
    scope: 'anywhere',
    summary: { zh: '看我能做什么，怎么说', en: 'what I can do, and how to say it' },
    examples: ['/帮助', '/帮助 签到', '/帮助 报名签到', '/帮助 +1'],
    phrases: helpPhrases,
    shortForms: ['帮助', 'help'],
    args: { about: rest({ zh: '命令', en: 'command' }).optional() },
    run: ({ about }, { person, place }) => {
      const isMine = (one: AnyCommand) =>
        mayActAs(person.role, one.minRole) &&
        one.unlisted !== true &&
        (one.scope === 'anywhere' || one.scope === place.kind);
      const mine = (chapter: Chapter) => ({
        ...chapter,
        commands: chapter.commands.filter(isMine),
      });
      if (about === undefined) return say(overview(chapters.map(mine)));
      const asked = fold(about).replace(/^\//, '').trim();
      const found =
        known.get(asked) ??
        examples.get(asked) ??
        within(asked) ??
        known.get(slipOf(asked, known.keys()) ?? '');
      if (found === undefined) return refuse(texts.noSuchCommand(shownName(about)), '/帮助');
      return say('commands' in found ? chapterText(mine(found)) : explained(found));
    },
  });
}
