// Four weeks of figures in which one format beats another, and a clock that a test moves for the whole stack. For the week of a tenant.
import type { Stack } from '../../local/boot.ts';
import { workWithHouse } from './scenario.ts';

export type Format = 'reel' | 'picture';

/** Two reels and two pictures a day from `from` to `to` (days) on Facebook; `best` is liked four times as much. */
export async function publishDaily(stack: Stack, tenantId: string, from: string, to: string, best: Format): Promise<void> {
  await stack.query(
    `insert into public.post_metrics (tenant_id, platform, external_id, format, title, published_at, reach, impressions, likes, comments, shares, saves, clicks)
     select $1::uuid, 'facebook', format || day::date || n, format, 'Samosas chauds du ' || day::date, day::date + make_interval(hours => 8 + n), 500, 800,
       case when format = $4 then 32 else 8 end, 2, 2, 1, 3
     from generate_series($2::date, $3::date, interval '1 day') day, unnest(array['reel', 'picture']) format, generate_series(1, 2) n`,
    [tenantId, from, to, best],
  );
  await stack.query(
    `insert into public.metrics_daily (tenant_id, day, platform, reach, impressions, engagements, clicks, followers)
     select $1::uuid, day, platform, 500, 800, 50, 6, 1000 from generate_series($2::date, $3::date, interval '1 day') day, unnest(array['facebook', 'tiktok']) platform
     on conflict (tenant_id, day, platform) do update set reach = 500, impressions = 800, engagements = 50, clicks = 6, followers = 1000`,
    [tenantId, from, to],
  );
}

/** The same posts, the likes the other way round. */
export async function turnFigures(stack: Stack, tenantId: string, best: Format): Promise<void> {
  await stack.query(
    `update public.post_metrics set likes = case when format = $2 then 32 else 8 end where tenant_id = $1 and platform <> 'nexio_page'`,
    [tenantId, best],
  );
}

/** Everybody on this stack sees this time until it is moved again: the embedded database is one session. */
export async function moveClock(stack: Stack, time: string): Promise<void> {
  await stack.query(`select set_config('nexio.now', $1, false)`, [time]);
}

/** The clock strikes: what is due starts, and workers work until nothing is left to do at this hour. */
export async function strike(stack: Stack, time: string): Promise<void> {
  await moveClock(stack, time);
  for (let round = 0; round < 20; round += 1) {
    await stack.query('select engine.tick()');
    const { completed } = await workWithHouse(stack);
    const [left] = await stack.query<{ due: number }>(
      'select count(*)::int as due from public.cron_dues where next_due_at <= engine.now()',
    );
    if (completed === 0 && left?.due === 0) return;
  }
  throw new Error(`work without end at ${time}`);
}
