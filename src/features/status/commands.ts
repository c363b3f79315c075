import { oneOf } from '../../core/arguments.ts';
import { type AnyCommand, command } from '../../core/command.ts';
import type { DueRule } from '../../core/feature.ts';
import { say } from '../../core/outcome.ts';
import { DAY } from '../../core/time.ts';
import { rehearse } from '../rehearsal/index.ts';
import { sentText, statusText } from './views.ts';

/** How far ahead the next broadcasts are looked for, ms. */
const AHEAD = 100 * DAY;

export function statusCommand(noticeRules: readonly DueRule[]): AnyCommand {
  return command({
    name: 'status',
    zhName: '状态',
    minRole: 'liaison',
    scope: 'anywhere',
    summary: {
      zh: '机器人好不好，通知发到了没有',
      en: 'how the bot is doing, what was sent where',
    },
    examples: ['/状态', '/状态 发送'],
    args: { sent: oneOf({ zh: '发送', en: 'sent' }, ['发送', '通知', 'sent']).optional() },
    run: ({ sent }, context) => {
      if (sent !== undefined) return say(sentText(context));
      const { records, zone, now } = context;
      return say(
        statusText(
          rehearse(noticeRules, { records, zone, from: now + 1, until: now + AHEAD }),
          context,
        ),
      );
    },
  });
}
