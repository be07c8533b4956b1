// Puts into vault what SQL needs: to call the functions (project_url, worker_secret, service_role_key), and where our chats are. Called by services.ts at every start.
import type { Session } from './session.ts';

export async function keepInVault(session: Session, secrets: Record<string, string>): Promise<void> {
  await session.exclusive(async (tx) => {
    for (const [name, value] of Object.entries(secrets)) {
      const [kept] = await tx.query<{ id: string; value: string }>(
        'select id, decrypted_secret value from vault.decrypted_secrets where name = $1',
        [name],
      );
      if (!kept) await tx.query('select vault.create_secret($1, $2)', [value, name]);
      else if (kept.value !== value) await tx.query('select vault.update_secret($1::uuid, $2)', [kept.id, value]);
    }
  });
}
