import { setTimeout as delay } from 'node:timers/promises';
import { types } from 'wechaty-puppet';
import type { LabPuppet } from './puppet.ts';
import type { Asked, World } from './world.ts';

/** The bot's login with WeChat, as its phone and the gateway's puppet see it. */
export class Account {
  private readonly world: World;
  private readonly puppet: () => LabPuppet;

  constructor(world: World, puppet: () => LabPuppet) {
    this.world = world;
    this.puppet = puppet;
  }

  /**
   * What clients asked for that ends the session for everybody, over all restarts of the gateway.
   */
  get asked(): Asked {
    return this.world.asked;
  }

  get online(): boolean {
    return this.world.online;
  }

  login(): void {
    this.world.online = true;
    this.puppet().login(this.world.bot.id);
  }

  /** Logged out from the phone, or by WeChat. */
  async kick(reason: string): Promise<void> {
    this.world.online = false;
    await this.puppet().kick(reason);
  }

  /** A QR code is shown, or what became of it. */
  scan(qrcode: string, status: keyof typeof types.ScanStatus = 'Waiting'): void {
    this.puppet().emit('scan', { qrcode, status: types.ScanStatus[status] });
  }

  /**
   * Out and in again `after` ms, at once with everybody's and every room's id new, as with web
   * WeChat.
   */
  async relogin({
    newIds = false,
    after = 100,
  }: {
    readonly newIds?: boolean;
    readonly after?: number;
  } = {}) {
    if (this.world.online) await this.kick('relogin');
    if (newIds) {
      this.world.renewIds();
      this.puppet().cache.clear();
    }
    await delay(after);
    this.login();
  }

  beat(): void {
    this.puppet().emit('heartbeat', { data: 'alive' });
  }
}
