-- What an owner has chosen for the work of the department: how replies go out, which platforms, which competitors, what may change by itself.
-- Written by update_tenant_settings, read by the clock, the keepers and the detectors.

create table public.tenant_settings (
  tenant_id uuid primary key references public.tenants (id) on delete cascade,
  reply_mode text not null default 'manual' constraint reply_mode_is_known check (reply_mode in ('manual', 'semi', 'full')),
  reply_mode_since timestamptz not null default engine.now(),
  daily_reply_cap integer not null default 100 constraint reply_cap_is_sane check (daily_reply_cap between 0 and 1000),
  auto_best_time boolean not null default false,
  best_hours jsonb not null default '{}',
  competitor_urls text[] not null default '{}' constraint competitors_are_few check (cardinality(competitor_urls) <= 10),
  site_url text not null default '',
  platforms text[] not null default '{nexio_page}',
  goals jsonb not null default '{}' constraint goals_are_an_object check (jsonb_typeof(goals) = 'object'),
  ad_budget_micros bigint not null default 0 constraint ad_budget_is_not_negative check (ad_budget_micros >= 0),
  is_private boolean not null default false,
  offer_after smallint not null default 20 constraint offer_comes_in_reason check (offer_after between 5 and 100),
  auto_apply jsonb not null default '{}' constraint auto_apply_is_an_object check (jsonb_typeof(auto_apply) = 'object'),
  updated_at timestamptz not null default engine.now()
);
comment on table public.tenant_settings is
  'One row a tenant. reply_mode: manual = every reply waits for a person, semi, full; auto_best_time = the timing detector moves planned posts by itself; best_hours = '
  '{platform: hour} it has found (local time); offer_after = unedited approvals in a row after which a skill may be given autonomy; ad_budget_micros = a month, millionths of a US dollar; is_private = models of tier local only; auto_apply = {gate or '
  'detector: true} where the owner has said so, never money.';

alter table public.tenant_settings enable row level security;
create policy "insiders read the settings of their tenant" on public.tenant_settings for select to authenticated
  using (tenant_id = (select public.current_tenant()) and (select public.has_permission('view_all_tasks')));
grant select on public.tenant_settings to authenticated;

create function engine.open_settings() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  insert into public.tenant_settings (tenant_id) values (new.id);
  return new;
end
$$;
comment on function engine.open_settings() is 'Trigger of tenants: a new tenant has the settings of the house.';
create trigger tenants_have_settings after insert on public.tenants for each row execute function engine.open_settings();

create function engine.settings_of(p_tenant_id uuid) returns public.tenant_settings
language plpgsql stable
set search_path = ''
as $$
declare
  v_settings public.tenant_settings;
begin
  select * into v_settings from public.tenant_settings where tenant_id = p_tenant_id;
  return v_settings;
end
$$;
comment on function engine.settings_of(uuid) is 'The settings in force for a tenant; a row of nulls when there is no such tenant.';

create function engine.is_web_address(p_text text) returns boolean
language sql immutable
set search_path = ''
as $$ select coalesce(p_text ~* '^https?://[a-z0-9.-]+\.[a-z]{2,}(:[0-9]{1,5})?(/[^\s"''<>]*)?$' and char_length(p_text) <= 300, false) $$;
comment on function engine.is_web_address(text) is 'True for a whole http or https address of at most 300 characters. (Who fetches it refuses private networks.)';

create function engine.settings_fault(p_key text, p_value jsonb) returns boolean
language sql immutable
set search_path = ''
as $$
  select not coalesce(case p_key
    when 'reply_mode' then p_value #>> '{}' in ('manual', 'semi', 'full')
    when 'daily_reply_cap' then jsonb_typeof(p_value) = 'number' and p_value::numeric between 0 and 1000 and p_value::numeric % 1 = 0
    when 'ad_budget_micros' then jsonb_typeof(p_value) = 'number' and p_value::numeric between 0 and 1e15 and p_value::numeric % 1 = 0
    when 'site_url' then jsonb_typeof(p_value) = 'string' and (p_value #>> '{}' = '' or engine.is_web_address(p_value #>> '{}'))
    when 'competitor_urls' then jsonb_typeof(p_value) = 'array' and jsonb_array_length(p_value) <= 10
      and not exists (select from jsonb_array_elements_text(p_value) u where not engine.is_web_address(u))
    when 'platforms' then jsonb_typeof(p_value) = 'array' and jsonb_array_length(p_value) between 1 and 8
      and p_value <@ '["nexio_page", "facebook", "instagram", "tiktok", "linkedin", "x", "whatsapp", "youtube"]'
    when 'goals' then jsonb_typeof(p_value) = 'object' and pg_column_size(p_value) < 4000
    when 'auto_apply' then jsonb_typeof(p_value) = 'object' and not p_value ? 'money'
      and not exists (select from jsonb_each(p_value) where jsonb_typeof(value) <> 'boolean' or key !~ '^[a-z_]{1,40}$')
    else jsonb_typeof(p_value) = 'boolean'
  end, false)
$$;
comment on function engine.settings_fault(text, jsonb) is 'True when this is no value for that setting.';

create function public.update_tenant_settings(p_tenant_id uuid, p_patch jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_keys constant text[] := array['reply_mode', 'daily_reply_cap', 'auto_best_time', 'competitor_urls', 'site_url', 'platforms', 'goals',
    'ad_budget_micros', 'is_private', 'auto_apply'];
  v_before public.tenant_settings;
  v_after public.tenant_settings;
  v_field text;
begin
  perform engine.require_tenant(p_tenant_id, 'edit_brand');
  perform engine.require_two_factor();
  if jsonb_typeof(p_patch) is distinct from 'object' then perform engine.fail('NX400', 'settings_invalid', '{"field": "patch"}'); end if;
  select key into v_field from jsonb_each(p_patch) where key <> all (v_keys) or engine.settings_fault(key, value) order by key limit 1;
  if v_field is not null then perform engine.fail('NX400', 'settings_invalid', jsonb_build_object('field', v_field)); end if;

  select * into v_before from public.tenant_settings where tenant_id = p_tenant_id for no key update;
  v_after := jsonb_populate_record(v_before, p_patch);
  update public.tenant_settings set
    reply_mode = v_after.reply_mode, daily_reply_cap = v_after.daily_reply_cap, auto_best_time = v_after.auto_best_time,
    competitor_urls = v_after.competitor_urls, site_url = v_after.site_url, platforms = v_after.platforms, goals = v_after.goals,
    ad_budget_micros = v_after.ad_budget_micros, is_private = v_after.is_private, auto_apply = v_after.auto_apply, updated_at = engine.now(),
    reply_mode_since = case when v_after.reply_mode = v_before.reply_mode then reply_mode_since else engine.now() end
  where tenant_id = p_tenant_id
  returning * into v_after;
  perform engine.record_event(p_tenant_id, 'settings.updated', jsonb_build_object('fields', (select jsonb_agg(key) from jsonb_object_keys(p_patch) key)));
  perform engine.broadcast(p_tenant_id, 'tenant', jsonb_build_object('id', p_tenant_id));
  return to_jsonb(v_after) - 'tenant_id';
end
$$;
comment on function public.update_tenant_settings(uuid, jsonb) is
  'Changes settings: p_patch with any of reply_mode, daily_reply_cap, auto_best_time, competitor_urls (10 whole addresses), site_url, platforms, goals, ad_budget_micros, '
  'is_private, auto_apply ({name: true}, never money); returns them all. Needs edit_brand, and aal2 of who has two-factor. NX400 settings_invalid {field}.';
grant execute on function public.update_tenant_settings(uuid, jsonb) to authenticated;
