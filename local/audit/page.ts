// /_local/audit: verifies the database of the running stack for `npm run audit`, which cannot open its folder meanwhile. Called by services.ts.
import { isLoopback, isOwnForm } from '../loopback.ts';
import { verifyAudit, type Heads } from './verify.ts';
import { readArchive } from './archive.ts';
import type { Session } from '../session.ts';

/** POST {heads, archive}: the chains as verifyAudit reports them. Only from this machine and from no website. */
export function createAuditPage(session: Session): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'POST' || !isLoopback(new URL(request.url).hostname) || !isOwnForm(request)) {
      return Response.json({ code: 'not_found' }, { status: 404 });
    }
    const { heads, archive } = (await request.json()) as { heads: Heads[]; archive?: string };
    return Response.json(await verifyAudit(session, { heads, archive: archive === undefined ? undefined : readArchive(archive) }));
  };
}
