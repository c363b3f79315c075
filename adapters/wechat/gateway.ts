import { Puppet } from 'wechaty-puppet';
import { PuppetService } from 'wechaty-puppet-service';
import type { WechatSettings } from './settings.ts';

/**
 * wechaty's own watchdog would take a quiet night for a dead gateway and log it out; the connection
 * watches itself.
 */
const NEVER_BY_ITSELF = 7 * 24 * 3_600;

/** A stream of events, which the gateway believes to be listened to until it is cancelled. */
interface Stream {
  cancel(): void;
}

/**
 * What the client of the gateway has that is not in its types, and has to be let go of for a clean
 * end.
 */
interface Manager {
  readonly client: { event(...what: readonly unknown[]): Stream };
  initClient(): Promise<void>;
  stopStream(): void;
  destroyClient(): void;
}

/**
 * A puppet behind a gateway, which lets go of the gateway without ending the session that it keeps.
 */
class Gateway extends PuppetService {
  private streams: Stream[] = [];

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

  /**
   * wechaty waits for no answer when somebody comes or goes; on a dead line the rejection would be
   * nobody's.
   */
  override async dirtyPayload(...what: Parameters<PuppetService['dirtyPayload']>): Promise<void> {
    try {
      await super.dirtyPayload(...what);
    } catch (error) {
      this.emit('error', error);
    }
  }

  override async onStop(): Promise<void> {
    for (const clean of this._cleanupCallbackList.splice(0)) clean();
    const manager = this._grpcManager as unknown as Manager | undefined;
    // Without a manager nothing more is called, the end of the remote session least of all.
    delete this._grpcManager;
    for (const stream of this.streams.splice(0)) stream.cancel();
    manager?.stopStream();
    manager?.destroyClient();
  }

  /**
   * Takes note of each stream as it is asked for: the manager knows it only when it has begun, and
   * one that is given up before then would be listened to by nobody, for ever.
   */
  protected override bridgeGrpcEventStream(
    given: Parameters<PuppetService['bridgeGrpcEventStream']>[0],
  ): void {
    super.bridgeGrpcEventStream(given);
    const manager = given as unknown as Manager;
    const init = manager.initClient.bind(manager);
    manager.initClient = async () => {
      await init();
      const { client } = manager;
      const ask = client.event.bind(client);
      client.event = (...what) => {
        const stream = ask(...what);
        this.streams.push(stream);
        return stream;
      };
    };
  }

  /** That the session ended is told by the gateway; to ask it to end would end the next one. */
  override async logout(reason?: string): Promise<void> {
    await Puppet.prototype.logout.call(this, reason);
  }
}

export function gateway({
  token,
  endpoint,
  insecure,
}: NonNullable<WechatSettings['gateway']>): Puppet {
  return new Gateway({
    token,
    timeoutSeconds: NEVER_BY_ITSELF,
    tls: { disable: insecure },
    ...(endpoint === undefined ? {} : { endpoint }),
  });
}
