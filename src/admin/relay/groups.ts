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
export interface RelayGroup {
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
export async function relayGroupsOn(app: Bot, platform: string): Promise<readonly RelayGroup[]> {
  const found: RelayGroup[] = [];
  for (const alliance of await app.look(DIRECTORY, (directory) =>
    alliancesOn((own) => own.platform === platform, directory),
  ))
    await app.look(alliance, (records) => {
      for (const { address, title, branch } of records.all(groups))
        if (address.platform === platform)
          found.push({
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
    apart(found, ({ title, allianceName }) => `${title}（${allianceName}）`),
    ({ label }, index) => `${label} ${index + 1}`,
  );
}

/** Gives those that share a label another one. */
function apart(
  groups: readonly RelayGroup[],
  label: (group: RelayGroup, index: number) => string,
): readonly RelayGroup[] {
  const same = (group: RelayGroup) =>
    groups.filter((other) => nameKey(other.label) === nameKey(group.label));
  return groups.map((group) =>
    same(group).length > 1 ? { ...group, label: label(group, same(group).indexOf(group)) } : group,
  );
}

/** The group that a name means. */
export function groupCalled(groups: readonly RelayGroup[], name: string): RelayGroup | undefined {
  return groups.find(({ label }) => nameKey(label) === nameKey(name));
}

/**
 * What stands over a text that is to be pasted somewhere: the group's label, or the person's name.
 */
export async function headOf(
  app: Bot,
  to: Address,
  groups: readonly RelayGroup[],
): Promise<{ group: string } | { name: string }> {
  const known = to.chat.startsWith(BY_HAND) ? to.chat.slice(BY_HAND.length) : to.chat;
  if (to.kind === 'group')
    return {
      group: groups.find(({ address }) => addressKey(address) === addressKey(to))?.label ?? known,
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
