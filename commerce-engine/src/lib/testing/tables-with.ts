import type { Database } from '@vitrine/database';

/** Names of the tables in which a text can be found. */
export async function tablesWith(database: Pick<Database, 'execute'>, text: string): Promise<string[]> {
  const { rows } = await database.execute(
    `select table_name as name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1`,
  );
  const found: string[] = [];
  for (const { name } of rows as { name: string }[]) {
    const hit = await database.execute(`select 1 from "${name}" as t where t::text like $1 limit 1`, [
      `%${text}%`,
    ]);
    if (hit.rows.length > 0) found.push(name);
  }
  return found;
}
