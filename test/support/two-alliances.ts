import type { Player } from '../../tools/play/player.ts';
import { ask } from './read.ts';

/** Two alliances in one process, each with a convenor, a group and an activity E1. */
export async function makeTwoAlliances(player: Player): Promise<void> {
  await ask(player, '周敏', '/初始化 {码} 天星联盟');
  await player.order({ do: 'code' });
  await ask(player, '王芳', '/初始化 {码} 蓝湖联盟');
  await ask(player, '周敏', '/启用', '天星群');
  await ask(player, '王芳', '/启用', '蓝湖群');
  await ask(player, '周敏', '/活动 25日9点 清洁家园', '天星群');
  await ask(player, '王芳', '/活动 26日9点 湖边义诊', '蓝湖群');
}
