import { Puppet } from 'wechaty-puppet';
import { PuppetService } from 'wechaty-puppet-service';
import type { WechatSettings } from './settings.ts';

/** wechaty's own watchdog would take a quiet night for a dead gateway and log it out; the connection watches itself. */
const NEVER_BY_ITSELF = 7 * 24 * 3_600;

/** What the client of the gateway has that is not in its types, and has to be let go of for a clean end. */
interface Stream {
  readonly eventStream?: { cancel(): void };
  stopStream(): void;
  destroyClient(): void;
}

/** A puppet behind a gateway, which lets go of the gateway without ending the session that it keeps. */
class Gateway extends PuppetService {
  /** Names of people would be kept in the home folder, and two processes there end each other. */
  protected override hookPayloadStore(): void {}

  /** A start that failed is over at once; left to wechaty it holds up the next stop for 5 s. */
  override async onStart(): Promise<void> {
    try {
      await super.onStart();
    } catch (error) {
      await this.onStop();
      this.state.inactive(true);
      throw error;
    }
  }

  /** wechaty waits for no answer when somebody comes or goes; on a dead line the rejection would be nobody's. */
  override async dirtyPayload(...what: Parameters<PuppetService['dirtyPayload']>): Promise<void> {
    try {
      await super.dirtyPayload(...what);
    } catch (error) {
      this.emit('error', error);
    }
  }

  override async onStop(): Promise<void> {
    for (const clean of this._cleanupCallbackList.splice(0)) clean();
    const stream = this._grpcManager as unknown as Stream | undefined;
    // Without a manager nothing more is called, the end of the remote session least of all.
    delete this._grpcManager;
    // The gateway believes that somebody is attached until the stream is cancelled.
    stream?.eventStream?.cancel();
    stream?.stopStream();
    stream?.destroyClient();
  }

  /** That the session ended is told by the gateway; to ask it to end would end the next one. */
  override async logout(reason?: string): Promise<void> {
    await Puppet.prototype.logout.call(this, reason);
  }
}

export function gateway({ token, endpoint, insecure }: NonNullable<WechatSettings['gateway']>): Puppet {
  return new Gateway({
    token,
    timeoutSeconds: NEVER_BY_ITSELF,
    tls: { disable: insecure },
    ...(endpoint === undefined ? {} : { endpoint }),
  });
}
