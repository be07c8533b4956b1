-- Figures a day and figures a post, of every platform. Written by the Nexio page's own counts and by the adapters; read by kpi-calculator's
-- inputs and by the detectors.

create table public.metrics_daily (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  day date not null,
  platform text not null,
  reach integer not null default 0,
  impressions integer not null default 0,
  engagements integer not null default 0,
  clicks integer not null default 0,
  followers integer not null default 0,
  spend_micros bigint not null default 0,
  leads integer not null default 0,
  primary key (tenant_id, day, platform),
  constraint platform_has_a_name check (platform ~ '^[a-z_]{1,40}$'),
  constraint figures_are_not_negative check (least(reach, impressions, engagements, clicks, followers, leads) >= 0 and spend_micros >= 0)
)
with (fillfactor = 70);
comment on table public.metrics_daily is
  'One row a tenant, day (in the tenant''s timezone) and platform. reach = different visitors of the day, followers = how many at its end, spend in millionths of a US '
  'dollar. nexio_page: counted by ourselves, bots left out, no cookie.';

create table public.post_metrics (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  platform text not null,
  external_id text not null,
  content_id uuid references public.contents (id) on delete set null,
  format text not null,
  title text not null default '',
  url text not null default '',
  published_at timestamptz not null,
  reach integer not null default 0,
  impressions integer not null default 0,
  likes integer not null default 0,
  comments integer not null default 0,
  shares integer not null default 0,
  saves integer not null default 0,
  clicks integer not null default 0,
  video_views integer not null default 0,
  engagements integer generated always as (likes + comments + shares + saves + clicks) stored,
  measured_at timestamptz not null default engine.now(),
  primary key (tenant_id, platform, external_id),
  constraint format_is_known check (format in ('text', 'picture', 'carousel', 'reel', 'video', 'story', 'thread', 'article', 'email')),
  constraint post_figures_are_not_negative check (least(reach, impressions, likes, comments, shares, saves, clicks, video_views) >= 0)
)
with (fillfactor = 70);
comment on table public.post_metrics is
  'What a published post has done so far, by the platform''s own id (nexio_page: the content''s). engagements = likes + comments + shares + saves + clicks, as kpi-calculator counts.';
create index post_metrics_by_time on public.post_metrics (tenant_id, published_at desc);
create index post_metrics_of_a_content on public.post_metrics (content_id) where content_id is not null;

alter table public.metrics_daily enable row level security;
alter table public.post_metrics enable row level security;
create policy "insiders read the figures of their tenant" on public.metrics_daily for select to authenticated
  using (tenant_id = (select public.current_tenant()) and (select public.has_permission('view_all_tasks')));
create policy "insiders read the figures of their tenant's posts" on public.post_metrics for select to authenticated
  using (tenant_id = (select public.current_tenant()) and (select public.has_permission('view_all_tasks')));
grant select on public.metrics_daily, public.post_metrics to authenticated;

create function engine.format_of(p_content public.contents) returns text
language sql immutable
set search_path = ''
as $$
  select case
    when p_content.media is null then 'text'
    when p_content.media ->> 'mime' like 'video/%' then
      case when coalesce((p_content.media ->> 'height')::numeric > (p_content.media ->> 'width')::numeric, true) then 'reel' else 'video' end
    else 'picture'
  end
$$;
comment on function engine.format_of(public.contents) is 'text, picture, reel (a standing film) or video, by what the content shows.';

create function engine.open_post_metrics() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  insert into public.post_metrics (tenant_id, platform, external_id, content_id, format, title, published_at)
  values (new.tenant_id, 'nexio_page', new.id, new.id, engine.format_of(new), left(coalesce(nullif(new.headline, ''), new.body), 120), new.published_at)
  on conflict do nothing;
  return new;
end
$$;
comment on function engine.open_post_metrics() is 'Trigger of contents: what is published stands on the Nexio page and is counted from zero, so that a post nobody sees is known too.';
create trigger published_posts_are_counted after insert or update of status on public.contents
  for each row when (new.status = 'published') execute function engine.open_post_metrics();

create function worker.write_metrics(p_tenant_id uuid, p_platform text, p_days jsonb, p_posts jsonb) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  insert into public.metrics_daily as m (tenant_id, day, platform, reach, impressions, engagements, clicks, followers, spend_micros, leads)
  select p_tenant_id, d.day, p_platform, coalesce(d.reach, 0), coalesce(d.impressions, 0), coalesce(d.engagements, 0), coalesce(d.clicks, 0),
    coalesce(d.followers, 0), coalesce(d.spend_micros, 0), coalesce(d.leads, 0)
  from jsonb_to_recordset(coalesce(p_days, '[]')) as d (
    day date, reach integer, impressions integer, engagements integer, clicks integer, followers integer, spend_micros bigint, leads integer
  )
  on conflict (tenant_id, day, platform) do update set
    (reach, impressions, engagements, clicks, followers, spend_micros, leads)
    = row(excluded.reach, excluded.impressions, excluded.engagements, excluded.clicks, excluded.followers, excluded.spend_micros, excluded.leads);

  insert into public.post_metrics as m (
    tenant_id, platform, external_id, content_id, format, title, url, published_at, reach, impressions, likes, comments, shares, saves, clicks, video_views
  )
  select p_tenant_id, p_platform, p.external_id, c.id, p.format, left(coalesce(p.title, ''), 120), coalesce(p.url, ''), p.published_at, coalesce(p.reach, 0),
    coalesce(p.impressions, 0), coalesce(p.likes, 0), coalesce(p.comments, 0), coalesce(p.shares, 0), coalesce(p.saves, 0), coalesce(p.clicks, 0),
    coalesce(p.video_views, 0)
  from jsonb_to_recordset(coalesce(p_posts, '[]')) as p (
    external_id text, content_id uuid, format text, title text, url text, published_at timestamptz, reach integer, impressions integer, likes integer,
    comments integer, shares integer, saves integer, clicks integer, video_views integer
  )
  left join public.contents c on c.id = p.content_id and c.tenant_id = p_tenant_id
  on conflict (tenant_id, platform, external_id) do update set
    (reach, impressions, likes, comments, shares, saves, clicks, video_views, measured_at)
    = row(excluded.reach, excluded.impressions, excluded.likes, excluded.comments, excluded.shares, excluded.saves, excluded.clicks, excluded.video_views,
      engine.now());
end
$$;
comment on function worker.write_metrics(uuid, text, jsonb, jsonb) is
  'What an adapter has read from a platform: p_days [{day, reach, impressions, engagements, clicks, followers, spend_micros, leads}], p_posts [{external_id, content_id?, '
  'format, title, url, published_at, reach, impressions, likes, comments, shares, saves, clicks, video_views}]. The newest reading counts.';
grant execute on function worker.write_metrics(uuid, text, jsonb, jsonb) to service_role;
