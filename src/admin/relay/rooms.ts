import type { Bot } from '../../bot.ts';
import { nameKey } from '../../core/names.ts';
import { addressKey } from '../../core/records.ts';
import { allianceOf, branches, groups, zoneOf } from '../../identity/alliance/index.ts';
import { alliancesOf } from '../../identity/directory/index.ts';
import { alliancesOn, DIRECTORY } from '../../identity/directory-index.ts';
import { accountKey, accounts, nameOf } from '../../identity/people/index.ts';
import { BY_HAND } from '../../ports/by-hand.ts';
import type { Address } from '../../ports/chat.ts';

/** A group of a platform, as whoever carries it by hand knows it. */
export interface Room {
  /** What it is called here: its title, with more behind it where another has the same. */
  readonly label: string;
  readonly title: string;
  /** The name of the alliance's partition, and its name. */
  readonly alliance: string;
  readonly allianceName: string;
  readonly branch: string | undefined;
  readonly zone: string;
  readonly address: Address;
}

/** The groups of all alliances on a platform. */
export async function roomsOn(app: Bot, platform: string): Promise<readonly Room[]> {
  const rooms: Room[] = [];
  for (const alliance of await app.look(DIRECTORY, (directory) => alliancesOn(platform, directory)))
    await app.look(alliance, (records) => {
      for (const { address, title, branch } of records.all(groups))
        if (address.platform === platform)
          rooms.push({
            label: title,
            title,
            alliance,
            allianceName: allianceOf(records).name,
            branch: branch && records.get(branches, branch)?.name,
            zone: zoneOf(records),
            address,
          });
    });
  return apart(
    apart(rooms, ({ title, allianceName }) => `${title}（${allianceName}）`),
    ({ label }, index) => `${label} ${index + 1}`,
  );
}

/** Gives those that share a label another one. */
function apart(
  rooms: readonly Room[],
  label: (room: Room, index: number) => string,
): readonly Room[] {
  const same = (room: Room) =>
    rooms.filter((other) => nameKey(other.label) === nameKey(room.label));
  return rooms.map((room) =>
    same(room).length > 1 ? { ...room, label: label(room, same(room).indexOf(room)) } : room,
  );
}

/** The group that a name means. */
export function roomCalled(rooms: readonly Room[], name: string): Room | undefined {
  return rooms.find(({ label }) => nameKey(label) === nameKey(name));
}

/**
 * What stands over a text that is to be pasted somewhere: the group's label, or the person's name.
 */
export async function headOf(
  app: Bot,
  to: Address,
  rooms: readonly Room[],
): Promise<{ group: string } | { name: string }> {
  const known = to.chat.startsWith(BY_HAND) ? to.chat.slice(BY_HAND.length) : to.chat;
  if (to.kind === 'group')
    return {
      group: rooms.find(({ address }) => addressKey(address) === addressKey(to))?.label ?? known,
    };
  const id = accountKey(to, to.chat);
  for (const alliance of await app.look(DIRECTORY, (directory) => alliancesOf(directory, id))) {
    const name = await app.look(alliance, (records) => {
      const person = records.get(accounts, id)?.person;
      return person && nameOf(records, person);
    });
    if (name !== undefined) return { name };
  }
  return { name: known };
}
