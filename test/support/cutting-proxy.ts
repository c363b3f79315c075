import { createConnection, createServer, type Server, type Socket } from 'node:net';

/**
 * A line to a server that can be cut at the worst moment: when the server has done what was asked,
 * and its answer is on the way.
 */
export class CuttingProxy {
  /** Whether the next answer, so many after the last cut, is lost, and the connection with it. */
  cuts: (answers: number) => boolean = () => false;
  /** How many connections were cut. */
  count = 0;
  private readonly to: URL;
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private answers = 0;

  private constructor(to: URL) {
    this.to = to;
    this.server = createServer((client) => this.join(client));
  }

  static async start(to: string): Promise<CuttingProxy> {
    const proxy = new CuttingProxy(new URL(to));
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  /** The address of the server by way of this line. */
  get url(): string {
    const address = this.server.address();
    const url = new URL(this.to);
    url.hostname = '127.0.0.1';
    url.port = typeof address === 'object' ? String(address?.port) : '';
    return url.href;
  }

  stop(): void {
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
  }

  private join(client: Socket): void {
    const server = createConnection(Number(this.to.port || 5432), this.to.hostname);
    const both = [client, server];
    for (const socket of both) {
      this.sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        for (const one of both) one.destroy();
        this.sockets.delete(socket);
      });
    }
    client.on('data', (bytes) => void server.write(bytes));
    server.on('data', (bytes) => {
      this.answers += 1;
      if (!this.cuts(this.answers)) return void client.write(bytes);
      this.answers = 0;
      this.count += 1;
      for (const one of both) one.destroy();
    });
  }
}
