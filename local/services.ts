// What answers under the one address, and what works behind it: auth, storage, realtime, functions, jobs, mailbox, audit, doubles of the channels, the app. Called by boot.ts.
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { App } from '@supabase/lite';
import { createAuditPage } from './audit/page.ts';
import { createAuthGateway } from './auth/gateway.ts';
import { createTokens } from './auth/tokens.ts';
import { createPushService } from './doubles/push-service.ts';
import { startDoubles } from './doubles/start-doubles.ts';
import { functionEnvironment, ownersEnvironment } from './functions/environment.ts';
import { createFunctionRunner, type FunctionRunner } from './functions/runner.ts';
import { startCron } from './jobs/cron.ts';
import { startNet } from './jobs/net.ts';
import { createMailbox } from './mailbox.ts';
import { createPhone } from './phone/phone.ts';
import { accessTokenHook, readProjectConfig, type ProjectConfig } from './project-config.ts';
import { startRealtime } from './realtime/server.ts';
import { publishableKey, type Secrets } from './secrets.ts';
import { route, type NodeHandler } from './server.ts';
import type { Session } from './session.ts';
import { createStorageGateway } from './storage/gateway.ts';
import { startTidying } from './tidy.ts';
import { keepInVault } from './vault.ts';

export interface ServiceOptions {
  url: string;
  secrets: Secrets;
  /** folder of edge functions; null runs none */
  functions: string | null;
  functionEnv: Record<string, string> | undefined;
  /** folder of the built SvelteKit app; null serves none */
  app: string | null;
  jobs: boolean;
}

/** Returns what stops them all and waits for it. */
export async function startServices(session: Session, app: App, server: Server, options: ServiceOptions): Promise<() => Promise<void>> {
  const { url, secrets } = options;
  const keys = { publishable: publishableKey, secret: secrets.secret_key };
  const config = readProjectConfig();
  const tokens = createTokens(session, { secret: secrets.jwt_secret, issuer: `${url}/auth/v1`, hook: accessTokenHook(config) });
  const set = { ...ownersEnvironment(), ...options.functionEnv };
  await keepInVault(session, {
    project_url: url,
    worker_secret: secrets.worker_secret,
    service_role_key: secrets.secret_key,
    vapid_public_key: set.VAPID_PUBLIC_KEY ?? secrets.vapid_public_key,
  });
  const realtime = await startRealtime(session, keys, secrets.jwt_secret);
  const doubles = await startDoubles({ url, session }, set);
  const said = { ...doubles.env, ...set };
  await keepInVault(session, {
    whatsapp_number: said.WHATSAPP_NUMBER ?? '',
    telegram_bot: said.TELEGRAM_BOT_NAME ?? '',
    channels_trial: said.CHANNELS_TRIAL ?? '',
  });
  const functions = startFunctions(options, config, doubles.env);
  route(server, {
    api: {
      '/rest/v1/': (request) => app.fetch(request),
      '/auth/v1/': createAuthGateway({ app, session, tokens, url, secretKey: secrets.secret_key, tokenSeconds: config.auth.jwt_expiry }),
      '/storage/v1/': createStorageGateway(app),
      '/realtime/v1/': realtime.handle,
      '/functions/v1/': functions?.handle ?? noFunctions,
      '/_local/audit': createAuditPage(session),
      '/_local/mailbox': createMailbox(session),
      '/_local/phone': createPhone(doubles.chats),
      '/_local/push/': createPushService(url).handle,
      ...doubles.routes,
    },
    app: await loadApp(options.app, url),
    upgrade: realtime.upgrade,
  });
  const stopTidying = await startTidying(session);
  const stopJobs = options.jobs ? await startJobs(session) : null;
  return async () => {
    stopTidying();
    await stopJobs?.();
    await functions?.stop();
    await doubles.stop();
    await realtime.stop();
  };
}

/** Only for our own stand-ins, when a migration asked for them: a server's real pg_cron and pg_net work by themselves. */
async function startJobs(session: Session): Promise<() => Promise<void>> {
  const [has] = await session.query<{ cron: string | null; net: string | null }>(
    `select to_regprocedure('cron.announce_change()')::text cron, to_regprocedure('net.announce_request()')::text net`,
  );
  const net = has?.net ? await startNet(session) : null;
  const cron = has?.cron ? await startCron(session) : null;
  return async () => {
    await cron?.stop();
    await net?.stop();
  };
}

function startFunctions(
  { functions: dir, functionEnv: more, url, secrets }: ServiceOptions,
  config: ProjectConfig,
  doubles: Record<string, string>,
): FunctionRunner | null {
  if (dir === null) return null;
  const keys = { publishable: publishableKey, secret: secrets.secret_key };
  const env = functionEnvironment({ url, keys, secrets, doubles, more });
  return createFunctionRunner({
    dir,
    env,
    jwtSecret: secrets.jwt_secret,
    verifiesJwt: (name) => config.functions[name]?.verify_jwt !== false,
  });
}

async function noFunctions(): Promise<Response> {
  return Response.json({ code: 'NOT_FOUND', message: 'This stack runs no functions' }, { status: 404 });
}

async function loadApp(dir: string | null, url: string): Promise<NodeHandler | null> {
  const handler = dir === null ? null : join(dir, 'handler.js');
  if (!handler || !existsSync(handler)) return null;
  // adapter-node reads the first when its module is loaded; the app's server side reads the second
  process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
  process.env.SUPABASE_URL = url;
  return ((await import(pathToFileURL(handler).href)) as { handler: NodeHandler }).handler;
}
