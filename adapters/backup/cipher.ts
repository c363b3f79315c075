import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { UserError } from '../../src/core/user-error.ts';

/*
 * A file that only a passphrase opens: a head that names the way, a salt, a nonce, then AES-256-GCM
 * with its tag at the end. The key is made from the passphrase by scrypt, which makes guessing dear.
 */

const MAGIC = Buffer.from('LLENC1\r\n');
const SALT = 16;
const NONCE = 12;
const TAG = 16;
const HEAD = MAGIC.length + SALT + NONCE;
/** 32 MB and about 0.1 s for each guess. */
const COST = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

/** Makes keys of one passphrase; the same salt costs only once. */
export class Keys {
  private readonly passphrase: string;
  private readonly known = new Map<string, Promise<Buffer>>();
  /** The salt of everything that is written with these keys. */
  private readonly salt = randomBytes(SALT);

  constructor(passphrase: string) {
    this.passphrase = passphrase;
  }

  /** Turns plain bytes into a file that only the passphrase opens. */
  async encrypting(): Promise<Transform> {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', await this.keyOf(this.salt), nonce);
    const head = Buffer.concat([MAGIC, this.salt, nonce]);
    let begun = false;
    return new Transform({
      transform(chunk: Buffer, _, done) {
        if (!begun) this.push(head);
        begun = true;
        done(null, cipher.update(chunk));
      },
      flush(done) {
        if (!begun) this.push(head);
        this.push(cipher.final());
        done(null, cipher.getAuthTag());
      },
    });
  }

  /** @internal */
  keyOf(salt: Buffer): Promise<Buffer> {
    const name = salt.toString('hex');
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const making = new Promise<Buffer>((made, failed) => {
      scrypt(this.passphrase, salt, 32, COST, (error, key) => (error ? failed(error) : made(key)));
    });
    this.known.set(name, making);
    return making;
  }
}

/** Whether a file begins as one that only a passphrase opens. */
export function isEncrypted(head: Uint8Array): boolean {
  return MAGIC.equals(head.subarray(0, MAGIC.length));
}

/**
 * The plain bytes of such a file. What it gives is proven only when it ends without an error.
 * @param what names the file in what is said when it does not open.
 */
export class Decrypting extends Transform {
  private readonly keys: Keys;
  private readonly what: string;
  private held: Buffer = Buffer.alloc(0);
  private decipher: ReturnType<typeof decipherOf> | undefined;

  constructor(keys: Keys, what: string) {
    super();
    this.keys = keys;
    this.what = what;
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.held = Buffer.concat([this.held, chunk]);
    this.begun().then(
      (decipher) => {
        const ready = this.held.length - TAG;
        if (decipher === undefined || ready <= 0) return done();
        const plain = decipher.update(this.held.subarray(0, ready));
        this.held = this.held.subarray(ready);
        done(null, plain);
      },
      (error: Error) => done(error),
    );
  }

  override _flush(done: TransformCallback): void {
    try {
      if (this.decipher === undefined || this.held.length !== TAG) throw new Error('cut off');
      this.decipher.setAuthTag(this.held);
      done(null, this.decipher.final());
    } catch (cause) {
      done(unopened(this.what, cause));
    }
  }

  private async begun() {
    if (this.decipher !== undefined || this.held.length < HEAD + TAG) return this.decipher;
    const salt = this.held.subarray(MAGIC.length, MAGIC.length + SALT);
    const nonce = this.held.subarray(MAGIC.length + SALT, HEAD);
    this.decipher = decipherOf(await this.keys.keyOf(salt), nonce);
    this.held = this.held.subarray(HEAD);
    return this.decipher;
  }
}

function decipherOf(key: Buffer, nonce: Buffer) {
  return createDecipheriv('aes-256-gcm', key, nonce);
}

/** A passphrase that does not fit, or bytes that are not those that were written: nobody can tell. */
export function unopened(what: string, cause?: unknown): UserError {
  return new UserError(
    {
      zh: `${what} 打不开：口令不对，或者文件坏了。请看看 BACKUP_PASSPHRASE`,
      en: [
        `${what} cannot be opened: the passphrase is wrong, or the file is `,
        `damaged. Look at BACKUP_PASSPHRASE`,
      ].join(''),
    },
    { cause },
  );
}
