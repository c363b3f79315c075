import { expect, test } from 'vitest';
import { features } from '../../src/features/index.ts';
import { notUnderstood } from '../../src/understanding/hints.ts';
import { playersInMemory } from '../support/conversation.ts';

/* Whoever tries a command of the table in the terminal, with the example, hears something of it. */

test.each(features.flatMap((one) => one.commands))(
  '/$name is answered in the terminal from the example',
  async ({ examples: [example = ''], scope }) => {
    const player = await playersInMemory();
    // In private everything is said to the bot: 「发」 alone is talk in a group.
    await player.say({ name: '周敏', text: example, private: scope !== 'group' });
    await player.settle();
    const said = player.take().map(({ outgoing }) => outgoing.text);
    expect(said.length).toBeGreaterThan(0);
    expect(said.join()).not.toContain(notUnderstood.text?.zh);
  },
);
