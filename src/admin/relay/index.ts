import { UserError } from '../../core/user-error.ts';
import { DIRECTORY } from '../../identity/directory-index.ts';
import { CommitFailed } from '../../ports/store.ts';
import type { AdminContext } from '../context.ts';
import { enter } from './enter.ts';
import type { Relayed, RelayOrder } from './order.ts';
import { owedOn } from './owed.ts';
import { headOf, type Room, roomsOn } from './rooms.ts';

export { type Question, type Relayed, type RelayOrder, relayed, relayOrder } from './order.ts';

/**
 * Takes what was said on a platform that somebody carries by hand, one after another, and gives
 * what is to be pasted there.
 * @throws UserError when the bot is not set up for that.
 */
export async function relay(office: AdminContext, order: RelayOrder): Promise<Relayed> {
  const chat = office.byHand?.find(({ platform }) => platform === order.platform);
  if (chat === undefined)
    throw new UserError(
      `正在运行的机器人没有接这个平台。请在 .env 里写 RELAY=${order.platform}，再重新启动它`,
    );
  const { app, clock } = office;
  const nothing: Relayed = {
    taken: false,
    show: [],
    groups: [],
    took: 0,
    left: [],
    acted: [],
    stuck: false,
    owed: 0,
  };
  if (!chat.attend(order.session, order.shown)) return { ...nothing, taken: true };
  const rooms = await roomsOn(app, order.platform);
  const entered = await enterAll({ office, chat, rooms, order });
  if (order.leaves) chat.leave(order.session);
  // Much that was said may have taken a while.
  else chat.attend(order.session, []);
  const partitions = [DIRECTORY, ...new Set(rooms.map(({ alliance }) => alliance))];
  const owed = await Promise.all(
    partitions.map((one) =>
      app.look(one, (records) => owedOn(order.platform, records, clock.now())),
    ),
  );
  const waiting = order.leaves ? [] : chat.toShow();
  const show = waiting.map(async ({ id, to, text }) => ({
    id,
    text,
    to: await headOf(app, to, rooms),
  }));
  return {
    ...nothing,
    ...entered,
    show: await Promise.all(show),
    groups: rooms.map(described),
    owed: owed.reduce((sum, count) => sum + count, 0),
  };
}

function described({ label, allianceName, branch }: Room): Relayed['groups'][number] {
  return { label, alliance: allianceName, ...(branch === undefined ? {} : { branch }) };
}

/**
 * In their order, up to the first one of which something has to be asked, or that is not durable.
 */
async function enterAll(
  context: Parameters<typeof enter>[1],
): Promise<Pick<Relayed, 'took' | 'left' | 'acted' | 'stuck' | 'question'>> {
  const left: Relayed['left'] = [];
  const acted = new Map<string, number>();
  let took = 0;
  const so = (more: Partial<Relayed> = {}) => ({
    took,
    left,
    acted: [...acted].map(([who, count]) => ({ who, count })),
    stuck: false,
    ...more,
  });
  for (const entry of context.order.said) {
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
