-- Mandates: within one, the budgets of its campaigns may be raised without a person, up to a cap and until a day. Given by the owner with a second factor.
-- Asked by engine:ad_change before a raise and by worker.has_approval before money is spent.

create table public.mandates (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  currency text not null,
  daily_cap_micros bigint not null,
  total_cap_micros bigint not null,
  until timestamptz not null,
  given_by uuid references auth.users (id) on delete set null,
  given_at timestamptz not null default engine.now(),
  revoked_at timestamptz,
  constraint mandate_is_worth_something check (daily_cap_micros > 0 and total_cap_micros >= daily_cap_micros),
  constraint mandate_ends_after_it_was_given check (until > given_at)
);
comment on table public.mandates is
  'What the owner lets be spent without being asked at each raise: the daily budgets of its campaigns (campaigns.mandate_id) together stay under daily_cap, and so low that total_cap holds for all its days whatever '
  'the networks report; millionths of `currency`.';
create index mandates_of_a_tenant on public.mandates (tenant_id, given_at desc);
create index mandates_of_a_person on public.mandates (given_by) where given_by is not null;
alter table public.campaigns add constraint campaign_mandate_is_known foreign key (mandate_id) references public.mandates (id);
create index campaigns_of_a_mandate on public.campaigns (mandate_id) where mandate_id is not null;
alter table public.mandates enable row level security;
create policy "insiders read the mandates of their tenant" on public.mandates for select to authenticated
  using (tenant_id = (select public.current_tenant()) and (select public.has_permission('view_all_tasks')));
grant select on public.mandates to authenticated;

create function engine.cap_of(p_mandate public.mandates) returns bigint
language sql immutable
set search_path = ''
as $$
  select least(p_mandate.daily_cap_micros, floor(p_mandate.total_cap_micros / greatest(ceil(extract(epoch from p_mandate.until - p_mandate.given_at) / 86400), 1))::bigint)
$$;
comment on function engine.cap_of(public.mandates) is
  'How high the daily budgets of a mandate may stand together: its daily cap, and no more than what its total cap allows on each of its days; so the total holds without trusting any reported figure.';

create function engine.is_mandated(p_tenant_id uuid, p_network text, p_campaign text) returns boolean
language sql stable
set search_path = ''
as $$
  select exists (
    select from public.campaigns c join public.mandates n on n.id = c.mandate_id and n.revoked_at is null and n.until > engine.now()
    where c.tenant_id = p_tenant_id and c.network = p_network and c.external_id = p_campaign
  )
$$;
comment on function engine.is_mandated(uuid, text, text) is 'True while a living mandate covers this campaign.';

create function engine.hold_raise(p_tenant_id uuid, p_item jsonb) returns boolean
language plpgsql
set search_path = ''
as $$
declare
  v_campaign public.campaigns;
  v_mandate public.mandates;
  v_wanted numeric;
  v_others numeric;
begin
  if jsonb_typeof(p_item -> 'proposed_daily_budget') is distinct from 'number' then return false; end if;
  v_wanted := round((p_item ->> 'proposed_daily_budget')::numeric * 1e6);
  select c.* into v_campaign from public.campaigns c where c.tenant_id = p_tenant_id and c.network = p_item ->> 'network' and c.external_id = p_item ->> 'id';
  -- one raise at a time: two lanes that are each within the cap may be beyond it together
  select * into v_mandate from public.mandates where id = v_campaign.mandate_id and revoked_at is null and until > engine.now() for no key update;
  if v_mandate.id is null or v_wanted <= 0 or v_campaign.currency <> v_mandate.currency then return false; end if;
  select coalesce(sum(greatest(c.daily_budget_micros, c.held_budget_micros)), 0) into v_others
  from public.campaigns c where c.mandate_id = v_mandate.id and c.id <> v_campaign.id and c.status = 'active';
  if v_others + v_wanted > engine.cap_of(v_mandate) then return false; end if;
  update public.campaigns set held_budget_micros = v_wanted where id = v_campaign.id;
  perform engine.record_event(p_tenant_id, 'mandate.used', jsonb_build_object('mandate_id', v_mandate.id, 'given_by', v_mandate.given_by, 'campaign_id', v_campaign.id,
    'from_micros', v_campaign.daily_budget_micros, 'to_micros', v_wanted), 'engine', 'autonomy');
  return true;
end
$$;
comment on function engine.hold_raise(uuid, jsonb) is
  'May this campaign {network, id, proposed_daily_budget} be raised without a person: true when a living mandate covers it and all its budgets together, raises under way included, stay under the cap; the raise '
  'is held until the network''s figures come again.';

create function public.give_mandate(p_tenant_id uuid, p_campaign_ids uuid[], p_daily_cap_micros bigint, p_total_cap_micros bigint, p_until timestamptz) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_currency text;
  v_count integer;
  v_spends numeric;
  v_mandate public.mandates;
  v_field text;
begin
  perform engine.require_tenant(p_tenant_id, 'give_autonomy');
  perform engine.require_two_factor(true);
  perform from public.campaigns c where c.tenant_id = p_tenant_id and c.id = any (p_campaign_ids) order by c.id for no key update;
  select count(*), min(c.currency), sum(c.daily_budget_micros) filter (where c.status = 'active') into v_count, v_currency, v_spends
  from public.campaigns c where c.tenant_id = p_tenant_id and c.id = any (p_campaign_ids) and c.status <> 'ended';
  v_field := case
    when coalesce(cardinality(p_campaign_ids), 0) not between 1 and 50 or v_count <> (select count(distinct i) from unnest(p_campaign_ids) i)
      or exists (select from public.campaigns c where c.id = any (p_campaign_ids) and c.currency <> v_currency) then 'campaigns'
    when p_until is null or p_until <= engine.now() + interval '1 hour' or p_until > engine.now() + interval '92 days' then 'until'
    when coalesce(p_daily_cap_micros, 0) <= 0 or p_daily_cap_micros > 1e15 then 'daily_cap'
    when coalesce(p_total_cap_micros, 0) < p_daily_cap_micros or p_total_cap_micros > 1e17 then 'total_cap'
  end;
  if v_field is not null then perform engine.fail('NX400', 'mandate_invalid', jsonb_build_object('field', v_field)); end if;
  insert into public.mandates (tenant_id, currency, daily_cap_micros, total_cap_micros, until, given_by)
  values (p_tenant_id, v_currency, p_daily_cap_micros, p_total_cap_micros, p_until, auth.uid()) returning * into v_mandate;
  -- what they spend today must fit: a mandate that is passed already lets nothing be raised
  if coalesce(v_spends, 0) > engine.cap_of(v_mandate) then
    perform engine.fail('NX400', 'mandate_invalid', jsonb_build_object('field', case when coalesce(v_spends, 0) > p_daily_cap_micros then 'daily_cap' else 'total_cap' end));
  end if;
  update public.campaigns set mandate_id = v_mandate.id where id = any (p_campaign_ids) and tenant_id = p_tenant_id;
  perform engine.record_event(p_tenant_id, 'mandate.given', jsonb_build_object('mandate_id', v_mandate.id, 'campaigns', to_jsonb(p_campaign_ids),
    'currency', v_currency, 'daily_cap_micros', p_daily_cap_micros, 'total_cap_micros', p_total_cap_micros, 'until', p_until));
  perform engine.broadcast(p_tenant_id, 'autonomy', jsonb_build_object('id', p_tenant_id));
  return jsonb_build_object('id', v_mandate.id, 'until', v_mandate.until);
end
$$;
comment on function public.give_mandate(uuid, uuid[], bigint, bigint, timestamptz) is
  'The owner, signed in with a second factor, lets the daily budgets of these campaigns (1 to 50, one currency, none ended) be raised without being asked, up to p_daily_cap_micros together and p_total_cap_micros '
  'over all days until p_until (an hour to 92 days away). A campaign is under one mandate, the last. Returns {id, until}. NX400 mandate_invalid {field campaigns | until | daily_cap | total_cap}, NX403 '
  'no_permission (give_autonomy), needs_two_factor.';

create function public.revoke_mandate(p_tenant_id uuid, p_mandate_id uuid) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_is_revoked boolean;
begin
  perform engine.require_tenant(p_tenant_id, 'edit_brand');
  update public.mandates n set revoked_at = engine.now() where n.id = p_mandate_id and n.tenant_id = p_tenant_id and n.revoked_at is null returning true into v_is_revoked;
  if v_is_revoked then
    perform engine.record_event(p_tenant_id, 'mandate.revoked', jsonb_build_object('mandate_id', p_mandate_id));
    perform engine.broadcast(p_tenant_id, 'autonomy', jsonb_build_object('id', p_tenant_id));
  end if;
  return jsonb_build_object('revoked', v_is_revoked is true);
end
$$;
comment on function public.revoke_mandate(uuid, uuid) is
  'From now on every raise of its campaigns needs a person, also one under way that has not reached its network; {revoked: false} when it was so. To spend less needs no factor: edit_brand.';
grant execute on function public.give_mandate(uuid, uuid[], bigint, bigint, timestamptz), public.revoke_mandate(uuid, uuid) to authenticated;
