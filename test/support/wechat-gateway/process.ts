import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Who is in which room, by names, which are their ids as well. */
export type Rooms = Readonly<Record<string, readonly string[]>>;

export interface ToGateway {
  readonly name: string;
  readonly text: string;
  /** In private if there is none. */
  readonly topic?: string;
}

export type FromGateway =
  | { readonly port: number }
  | { readonly chat: string; readonly text: string };

/** A gateway in a process of its own, which can be stopped, killed and started again at the same address. */
export class GatewayProcess {
  readonly token = 'insecure_lab';
  /** What the bot said, as `room: text` or `person: text`, in order and over all starts. */
  readonly said: string[] = [];
  private readonly rooms: Rooms;
  /** What a killed process leaves. */
  private readonly folder = mkdtempSync(join(tmpdir(), 'wechat-gateway-'));
  private child: ChildProcess | undefined;
  private port = 0;

  private constructor(rooms: Rooms) {
    this.rooms = rooms;
  }

  static async start(rooms: Rooms): Promise<GatewayProcess> {
    const gateway = new GatewayProcess(rooms);
    await gateway.start();
    return gateway;
  }

  get endpoint(): string {
    return `127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const args = [String(this.port), JSON.stringify(this.rooms)];
    const env = { ...process.env, TMPDIR: this.folder };
    const child = fork(join(import.meta.dirname, 'gateway.child.ts'), args, { env, execArgv: [] });
    this.child = child;
    await new Promise<void>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`the gateway ended with ${code}`)));
      child.on('message', (message: FromGateway) => {
        if ('chat' in message) return void this.said.push(`${message.chat}: ${message.text}`);
        this.port = message.port;
        resolve();
      });
    });
  }

  say(name: string, text: string, topic?: string): void {
    const message: ToGateway = { name, text, ...(topic === undefined ? {} : { topic }) };
    this.child?.send(message);
  }

  /** The process stands still, as `kill -STOP` makes it; its connections stay open. */
  freeze(): void {
    this.child?.kill('SIGSTOP');
  }

  /** It goes on where it stood. */
  thaw(): void {
    this.child?.kill('SIGCONT');
  }

  /** As `kill -9` does. */
  async kill(): Promise<void> {
    const { child } = this;
    if (child === undefined) return;
    this.child = undefined;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
