-- Counts of the Nexio page: visits of /@slug, of each post on it, and taps on a post's call to action. Called by the page's server after it has drawn
-- the page; no script, no cookie. Who visited is known for the day only, as a hash with a salt that is thrown away: nobody can be followed to tomorrow.

create table engine.day_salts (
  day date primary key,
  salt uuid not null default gen_random_uuid()
);
comment on table engine.day_salts is 'The salt of a day''s visitor hashes; without it (after two days) the hashes mean nothing.';

create table engine.page_visitors (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  day date not null,
  visitor bytea not null,
  what text not null,
  times integer not null default 1,
  primary key (tenant_id, day, visitor, what)
)
with (fillfactor = 70);
comment on table engine.page_visitors is 'what = page, a content id seen, or click:<content id>; forgotten after two days.';

create function engine.visitor_hash(p_day date, p_tenant_id uuid, p_visitor text) returns bytea
language plpgsql
set search_path = ''
as $$
declare
  v_salt uuid;
begin
  select salt into v_salt from engine.day_salts where day = p_day;
  if v_salt is null then
    insert into engine.day_salts (day) values (p_day) on conflict (day) do update set day = excluded.day returning salt into v_salt;
  end if;
  return substr(sha256(convert_to(v_salt || p_tenant_id::text || p_visitor, 'utf8')), 1, 12);
end
$$;
comment on function engine.visitor_hash(date, uuid, text) is 'Twelve bytes that stand for a visitor of this tenant on this day, and for nobody afterwards.';

create function engine.count_day(
  p_tenant_id uuid, p_reach integer default 0, p_impressions integer default 0, p_clicks integer default 0, p_leads integer default 0, p_followers integer default null
) returns void
language sql
set search_path = ''
as $$
  insert into public.metrics_daily as m (tenant_id, day, platform, reach, impressions, engagements, clicks, leads, followers)
  values (
    p_tenant_id, engine.tenant_day(p_tenant_id), 'nexio_page', p_reach, p_impressions, p_clicks, p_clicks, p_leads,
    coalesce(p_followers, (select count(*) from public.subscribers s where s.tenant_id = p_tenant_id and s.unsubscribed_at is null))
  )
  on conflict (tenant_id, day, platform) do update set
    reach = m.reach + excluded.reach, impressions = m.impressions + excluded.impressions, engagements = m.engagements + excluded.engagements,
    clicks = m.clicks + excluded.clicks, leads = m.leads + excluded.leads,
    followers = case when p_followers is null then m.followers else excluded.followers end
$$;
comment on function engine.count_day(uuid, integer, integer, integer, integer, integer) is 'Adds to today''s figures of the Nexio page; p_followers is how many there are now.';

create function public.count_page_visit(p_slug text, p_visitor text, p_contents uuid[] default '{}', p_act text default 'view') returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_tenant public.tenants := engine.page_tenant(p_slug);
  v_day date;
  v_visitor bytea;
  v_reach integer;
  v_seen uuid[];
  v_new uuid[];
begin
  -- the page counts for its owner's sake: a wrong call is worth no error to a visitor
  if v_tenant.id is null or p_act not in ('view', 'click') or char_length(coalesce(p_visitor, '')) not between 1 and 600 or cardinality(p_contents) > 40 then
    return;
  end if;
  v_day := engine.tenant_day(v_tenant.id);
  v_visitor := engine.visitor_hash(v_day, v_tenant.id, p_visitor);
  select m.reach into v_reach from public.metrics_daily m where m.tenant_id = v_tenant.id and m.day = v_day and m.platform = 'nexio_page';
  if v_reach >= 50000 then return; end if;

  -- locks in the order of ids, so that two visitors of the same posts do not stand in each other's way
  with named as (
    select c.id from public.contents c
    where c.tenant_id = v_tenant.id and c.status = 'published' and c.id = any (p_contents) order by c.id
  ),
  noted as (
    insert into engine.page_visitors as v (tenant_id, day, visitor, what)
    select v_tenant.id, v_day, v_visitor, what
    from (
      select case p_act when 'view' then id::text else 'click:' || id end as what from named
      union all select 'page' where p_act = 'view'
      order by what
    ) as seen
    on conflict (tenant_id, day, visitor, what) do update set times = v.times + 1
    returning v.what, v.times
  )
  -- somebody who reloads all day is thirty visits, and one tap
  select array_agg(right(what, 36)::uuid) filter (where what <> 'page' and times <= case p_act when 'view' then 30 else 1 end),
    array_agg(right(what, 36)::uuid) filter (where what <> 'page' and times = 1),
    max(case when what = 'page' and times = 1 then 2 when what = 'page' and times <= 30 then 1 end)
  into v_seen, v_new, v_reach from noted;

  if p_act = 'view' and v_reach is not null then
    perform engine.count_day(v_tenant.id, v_reach - 1, 1);
  elsif p_act = 'click' and v_seen is not null then
    perform engine.count_day(v_tenant.id, p_clicks => cardinality(v_seen));
  end if;
  update public.post_metrics m set
    impressions = m.impressions + (p_act = 'view')::int, clicks = m.clicks + (p_act = 'click')::int,
    reach = m.reach + (p_act = 'view' and m.content_id = any (coalesce(v_new, '{}')))::int, measured_at = engine.now()
  where m.tenant_id = v_tenant.id and m.platform = 'nexio_page' and m.external_id = any (v_seen::text[]);
end
$$;
comment on function public.count_page_visit(text, text, uuid[], text) is
  'Counts one visit of a page (p_act view, with the posts shown on it) or a tap on a post''s call to action (click). p_visitor = anything that tells visitors apart within '
  'a day (address and browser); it is hashed with the day''s salt and not kept. A reload counts up to thirty times a day, a tap once. Never an error. Anybody can '
  'call it, so a page''s figures can be blown up by who wants to: they are an estimate, and stop at 50,000 visitors a day.';
grant execute on function public.count_page_visit(text, text, uuid[], text) to anon, authenticated;

create function engine.forget_visitors() returns void
language sql
set search_path = ''
as $$
  delete from engine.page_visitors where day < engine.now()::date - 1;
  delete from engine.day_salts where day < engine.now()::date - 1;
  delete from public.skipped_work where at < engine.now() - interval '90 days';
  delete from public.competitor_changes where seen_at < engine.now() - interval '180 days' and kind <> 'first';
$$;
comment on function engine.forget_visitors() is 'Nightly: the visitors and salts of days gone, skipped work after 90 days, what competitors changed after 180.';
