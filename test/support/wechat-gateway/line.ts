import {
  type AddressInfo,
  createServer,
  connect as open,
  type Server,
  type Socket,
} from 'node:net';

/**
 * The way to a gateway: a port of its own on loopback, with everything that goes wrong on the way.
 */
export class Line {
  /** A local socket's path; where a restarted gateway listens next. */
  target = '';
  port: number;
  private frozen = false;
  private server: Server | undefined;
  private readonly pairs = new Set<readonly [Socket, Socket]>();

  /** 0 is any free port. */
  constructor(port: number) {
    this.port = port;
  }

  get connections(): number {
    return this.pairs.size;
  }

  /** Every connection ends at once, as when the process behind it is killed. */
  cut(): void {
    for (const sockets of this.pairs) for (const socket of sockets) socket.destroy();
  }

  /** As `cut`, and new connections are refused. */
  async down(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    const closed = new Promise((resolve) =>
      server === undefined ? resolve(undefined) : server.close(resolve),
    );
    this.cut();
    await closed;
  }

  async up(): Promise<void> {
    if (this.server !== undefined) return;
    const server = createServer({ noDelay: true }, (socket) => this.join(socket));
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(this.port, '127.0.0.1', resolve);
    });
    this.port = (server.address() as AddressInfo).port;
  }

  /** Nothing passes any more, in either direction, and nobody is told. */
  freeze(): void {
    this.frozen = true;
    for (const sockets of this.pairs) for (const socket of sockets) socket.unpipe().pause();
  }

  /** Everything that was held passes. */
  thaw(): void {
    this.frozen = false;
    for (const pair of this.pairs) flow(pair);
  }

  private join(client: Socket): void {
    const pair = [client, open(this.target)] as const;
    this.pairs.add(pair);
    const end = () => {
      this.pairs.delete(pair);
      for (const socket of pair) socket.destroy();
    };
    // An error is always followed by the close.
    for (const socket of pair) socket.on('error', () => {}).on('close', end);
    if (!this.frozen) flow(pair);
  }
}

function flow([client, gateway]: readonly [Socket, Socket]): void {
  client.pipe(gateway);
  gateway.pipe(client);
}
