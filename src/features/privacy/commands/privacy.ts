import { command } from '../../../core/command.ts';
import { daysOfAll } from '../../../core/keeping.ts';
import { say } from '../../../core/outcome.ts';
import { allianceOf } from '../../../identity/alliance/index.ts';
import { keepingTexts } from '../texts/keeping.ts';
import { privacyPhrases } from '../texts/phrases.ts';
import { privacyTexts } from '../texts/privacy.ts';

export const privacyCommand = command({
  name: 'privacy',
  zhName: '隐私',
  aliases: ['隐私说明'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: {
    zh: '记了什么、为什么、多久、谁看得到',
    en: 'what is kept, why, how long, who sees it',
  },
  examples: ['/隐私'],
  phrases: privacyPhrases,
  args: {},
  run: (_, { records }) =>
    say(privacyTexts.screen(allianceOf(records).name, keepingTexts.inGroups(daysOfAll(records)))),
});
