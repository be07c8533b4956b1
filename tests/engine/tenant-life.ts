// Eight weeks in the tables of a tenant: figures, posts, people who wrote, readers, leads, a persona, campaigns, what was chosen. For tests of chains.
import type { Stack } from '../../local/boot.ts';

/** One statement a table; the tenant is $1. Reels do better than pictures, mornings better than nights. */
const rows = [
  `insert into public.metrics_daily (tenant_id, day, platform, reach, impressions, engagements, clicks, followers, leads)
   select $1, engine.tenant_day($1) - n, platform, 400 + 10 * (60 - n), 900 + 10 * (60 - n), 40 + n % 7, 12 + n % 5, 1000 + (60 - n), n % 3
   from generate_series(1, 60) n, unnest(array['nexio_page', 'facebook', 'tiktok']) platform`,
  `insert into public.post_metrics (tenant_id, platform, external_id, format, title, published_at, reach, impressions, likes, comments, shares, saves, clicks, video_views)
   select $1, case n % 2 when 0 then 'tiktok' else 'facebook' end, 'p' || n, case n % 2 when 0 then 'reel' else 'picture' end, 'Samosas chauds n° ' || n,
     engine.now() - make_interval(days => n, hours => 3), 500, 900, case n % 2 when 0 then 60 else 12 end, 5, 4, 3, 9, case n % 2 when 0 then 700 else 0 end
   from generate_series(1, 50) n
   union all
   select $1, 'facebook', 'old-hit', 'picture', 'La recette de nos samosas', engine.now() - interval '100 days', 9000, 12000, 2600, 80, 120, 60, 300, 0`,
  `insert into public.interactions (tenant_id, kind, platform, external_id, author_name, author_ref, body, language, rating, received_at, sentiment, sentiment_score)
   select $1, 'review', 'facebook', 'r' || n, 'Client ' || n, 'c' || n, 'Très bons samosas, service rapide.', 'fr', 5, engine.now() - make_interval(days => n), 'positive', 0.7
   from generate_series(1, 9) n`,
  `insert into public.subscribers (tenant_id, email, name, language, consent_at)
   select $1, 'reader' || n || '@example.test', 'Reader ' || n, 'fr', engine.now() - make_interval(days => 10 * n) from generate_series(1, 5) n`,
  `insert into public.leads (tenant_id, name, email, phone, message, last_reply_at)
   values ($1, 'Hery', 'hery@example.test', '034 11 222 33', 'Combien pour 50 samosas samedi ?', engine.now() - interval '2 days')`,
  `insert into public.personas (tenant_id, name, card, voice_id)
   values ($1, 'Lala', '{"bio": "Lala raconte la cuisine de quartier.", "traits": ["chaleureuse"], "pillars": ["recettes", "coulisses"], "platforms": ["tiktok"]}', 'voice-1')`,
  `insert into public.campaigns (tenant_id, network, external_id, name, status, daily_budget_micros, spend_micros, revenue_micros, currency, figures)
   select $1, network, network || '-' || n, 'Campagne ' || n, 'active', 10000000, 70000000, case n when 1 then 420000000 else 14000000 end, 'USD',
     jsonb_build_object('impressions', 20000, 'clicks', 600, 'conversions', 40, 'from', engine.tenant_day($1) - 7, 'to', engine.tenant_day($1) - 1)
   from unnest(array['meta', 'google']) network, generate_series(1, 2) n`,
  `insert into public.competitor_changes (tenant_id, url, name, kind, before, after, page)
   select $1, 'https://rival.example/menu', 'Chez Rivo', kind, before, after, '{"url": "https://rival.example/menu", "name": "Chez Rivo", "title": "Menu", "text": "Livraison gratuite à Analakely. Samosas 700 Ar.", "status": "read"}'
   from (values ('first', '', ''), ('offer_added', '', 'Livraison gratuite'), ('price', '500 Ar', '700 Ar')) c (kind, before, after)`,
  `update public.tenant_settings set platforms = '{nexio_page,facebook,tiktok}' where tenant_id = $1`,
  `update public.tenants set plan_key = 'enterprise' where id = $1`,
];

export async function liveEightWeeks(stack: Stack, tenantId: string): Promise<void> {
  for (const row of rows) await stack.query(row.replaceAll('$1', '$1::uuid'), [tenantId]);
}
