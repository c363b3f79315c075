import { UserError } from '../../core/user-error.ts';
import { DIRECTORY } from '../../identity/directory-index.ts';
import { CommitFailed } from '../../ports/store.ts';
import type { AdminContext } from '../context.ts';
import type { RelayAnswer, RelayCommand } from './command.ts';
import { enter } from './enter.ts';
import { headOf, type RelayGroup, relayGroupsOn } from './groups.ts';
import { owedOn } from './owed.ts';

export {
  type RelayAnswer,
  type RelayCommand,
  type RelayQuestion,
  relayAnswer,
  relayCommand,
} from './command.ts';

/**
 * Takes what was said on a platform that somebody carries by hand, one after another, and gives
 * what is to be pasted there.
 * @throws UserError when the bot is not set up for that.
 */
export async function relay(context: AdminContext, command: RelayCommand): Promise<RelayAnswer> {
  const chat = context.byHand?.find(({ platform }) => platform === command.platform);
  if (chat === undefined)
    throw new UserError({
      zh: `正在运行的机器人没有接这个平台。请在 .env 里写 RELAY=${command.platform}，再重新启动它`,
      en: [
        `The bot that runs does not serve this platform. Write `,
        `RELAY=${command.platform} into .env and start it again`,
      ].join(''),
    });
  const { app, clock } = context;
  const nothing: RelayAnswer = {
    taken: false,
    show: [],
    groups: [],
    took: 0,
    left: [],
    acted: [],
    stuck: false,
    owed: 0,
  };
  if (!chat.attend(command.session, command.shown)) return { ...nothing, taken: true };
  const groups = await relayGroupsOn(app, command.platform);
  const entered = await enterAll({ admin: context, chat, groups, command });
  if (command.leaves) chat.leave(command.session);
  // Much that was said may have taken a while.
  else chat.attend(command.session, []);
  const partitions = [DIRECTORY, ...new Set(groups.map(({ alliance }) => alliance))];
  const owed = await Promise.all(
    partitions.map((one) =>
      app.look(one, (records) => owedOn(command.platform, records, clock.now())),
    ),
  );
  const waiting = command.leaves ? [] : chat.toShow();
  const show = waiting.map(async ({ id, to, text }) => ({
    id,
    text,
    to: await headOf(app, to, groups),
  }));
  return {
    ...nothing,
    ...entered,
    show: await Promise.all(show),
    groups: groups.map(described),
    owed: owed.reduce((sum, count) => sum + count, 0),
  };
}

function described({ label, allianceName, branch }: RelayGroup): RelayAnswer['groups'][number] {
  return { label, alliance: allianceName, ...(branch === undefined ? {} : { branch }) };
}

/**
 * In their order, up to the first one of which something has to be asked, or that is not durable.
 */
async function enterAll(
  context: Parameters<typeof enter>[1],
): Promise<Pick<RelayAnswer, 'took' | 'left' | 'acted' | 'stuck' | 'question'>> {
  const left: RelayAnswer['left'] = [];
  const acted = new Map<string, number>();
  let took = 0;
  const so = (more: Partial<RelayAnswer> = {}) => ({
    took,
    left,
    acted: [...acted].map(([who, count]) => ({ who, count })),
    stuck: false,
    ...more,
  });
  for (const entry of context.command.said) {
    try {
      const came = await enter(entry, context);
      if (came.kind === 'asked') return so({ question: came.question });
      if (came.kind === 'left') left.push({ n: entry.n, why: came.why });
      else if (came.as !== undefined) acted.set(came.as, (acted.get(came.as) ?? 0) + 1);
    } catch (error) {
      if (!(error instanceof CommitFailed)) throw error;
      return so({ stuck: true });
    }
    took += 1;
  }
  return so();
}
