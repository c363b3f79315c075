import { StoreDamaged } from '../../src/ports/store.ts';
import { migrations, newestVersion } from '../durable/migrations.ts';
import type { Checked } from '../registration.ts';
import { connect, unreachable } from './connection.ts';
import { partitionsIn } from './read.ts';
import { versionIn } from './schema.ts';
import { statements } from './sql.ts';

/** Whoever checks waits no longer for an answer, ms. */
const WITHIN = 10_000;

/** Looks whether a bot could work in a schema now; changes nothing there. */
export async function checkPostgres({
  url,
  schema,
}: {
  readonly url: string;
  readonly schema: string;
}): Promise<Checked> {
  const connection = await connect(url, WITHIN).catch((error: unknown) => {
    throw unreachable(error);
  });
  try {
    const version = await versionIn(connection, schema, newestVersion(migrations));
    if (version === undefined) return await mayMake(connection, schema);
    const sql = statements(schema);
    const alliances = (await partitionsIn(connection, sql)).length;
    const [holder] = await connection.ask<{ name: string }>(sql.holder);
    const by = {
      zh: holder === undefined ? '没有进程在处理' : `「${holder.name}」在处理，这个会在旁边等`,
      en:
        holder === undefined
          ? 'no process works there'
          : `"${holder.name}" works, and this one would wait beside it`,
    };
    return {
      state: 'well',
      text: {
        zh: `数据库连得上，模式 ${schema} 有 ${alliances} 个分区；${by.zh}`,
        en: `The database answers; schema ${schema} has ${alliances} partitions; ${by.en}`,
      },
    };
  } catch (error) {
    if (error instanceof StoreDamaged) return { state: 'wrong', text: error.text };
    throw error;
  } finally {
    await connection.end();
  }
}

async function mayMake(
  connection: Pick<Awaited<ReturnType<typeof connect>>, 'ask'>,
  schema: string,
): Promise<Checked> {
  const [row] = await connection.ask<{ may: boolean }>(
    `SELECT CASE WHEN to_regnamespace($1) IS NULL
       THEN has_database_privilege(current_database(), 'CREATE')
       ELSE has_schema_privilege($1, 'CREATE') END AS may`,
    [schema],
  );
  if (row?.may === true)
    return {
      state: 'well',
      text: {
        zh: `数据库连得上，模式 ${schema} 第一次启动时建`,
        en: `The database answers; schema ${schema} is made at the first start`,
      },
    };
  return {
    state: 'wrong',
    text: {
      zh: `数据库连得上，但这个用户不能建模式 ${schema}：请管理员给它 CREATE 权限`,
      en: `The database answers, but this user may not make schema ${schema}: give it the right to CREATE`,
    },
  };
}
