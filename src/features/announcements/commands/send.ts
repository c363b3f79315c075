import { type AnyCommand, command, type LastChange } from '../../../core/command.ts';
import type { Drafts } from '../../../core/feature.ts';
import { ignore } from '../../../core/ignored.ts';
import { refuse } from '../../../core/outcome.ts';
import { sendPhrases, texts } from '../texts.ts';

/** Sends what the speaker was shown last, whichever feature has shown it. */
export function sendCommand(drafts: readonly Drafts[]): AnyCommand {
  return command({
    name: 'send',
    zhName: '发',
    aliases: ['发送'],
    minRole: 'liaison',
    scope: 'anywhere',
    summary: { zh: '把刚预览的发出去', en: 'send what was just previewed' },
    examples: ['发', '/发'],
    phrases: sendPhrases,
    args: {},
    shortForms: ['发'],
    run: (_, context) => {
      const [newest] = drafts
        .flatMap((one) => one.newest(context) ?? [])
        .toSorted((a, b) => b.at - a.at);
      if (newest !== undefined) return newest.send();
      return context.trigger === 'command'
        ? refuse(texts.nothingToSend, '/公告')
        : ignore('nothing-open');
    },
    undo: (change: LastChange, context) => {
      for (const one of drafts) {
        const outcome = one.undo(change, context);
        if (outcome !== undefined) return outcome;
      }
      throw new Error(`no draft was sent as ${change.name}`);
    },
  });
}
