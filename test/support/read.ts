import type { Player } from '../../tools/play/player.ts';

/** Plays one line and tells what was answered there and then, as one text. */
export async function ask(
  player: Player,
  name: string,
  text: string,
  where: 'private' | string = 'private',
) {
  player.take();
  await player.say(
    where === 'private' ? { name, text, private: true } : { name, text, group: where },
  );
  return player
    .take()
    .map(({ outgoing }) => outgoing.text)
    .join('\n');
}
