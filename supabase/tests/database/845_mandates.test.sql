-- Mandates: raising a budget inside one needs no person, beyond it does; given at aal2 by the owner, capped, dated, revoked at once.
begin;
select no_plan();
create temporary table scene as select tests.shop('Mandates', 'owner@mandate.test', 'pro') as tenant_id, tests.shop('Mandates Rival', 'rival@mandate.test', 'pro') as rival_id;
select tests.person('admin@mandate.test'), tests.joins('admin@mandate.test', tenant_id, 'admin') from scene;
insert into public.campaigns (tenant_id, network, external_id, status, daily_budget_micros, currency)
select tenant_id, 'meta', n::text, 'active', 10000000, case n when 4 then 'EUR' else 'USD' end from scene, generate_series(1, 4) n;
insert into public.campaigns (tenant_id, network, external_id, status, daily_budget_micros) select rival_id, 'meta', '1', 'active', 10000000 from scene;
create temporary table ad as select c.id, c.external_id, c.tenant_id from public.campaigns c, scene s where c.tenant_id in (s.tenant_id, s.rival_id);
create temporary table given (id uuid);
grant all on scene, ad, given to public;

create function pg_temp.give(p_who text, p_ads text[], p_daily numeric, p_total numeric, p_days integer default 10, p_aal text default 'aal2') returns jsonb language plpgsql as $$
begin
  perform tests.become(p_who || '@mandate.test', (select tenant_id from scene), jsonb_build_object('aal', p_aal));
  return public.give_mandate((select tenant_id from scene), array(select id from ad, scene where ad.tenant_id = scene.tenant_id and external_id = any (p_ads)),
    (p_daily * 1e6)::bigint, (p_total * 1e6)::bigint, pg_temp.engine_now() + make_interval(days => p_days));
end
$$;
create function pg_temp.engine_now() returns timestamptz language sql security definer as $$ select engine.now() $$;
create function pg_temp.needs_person(p_ad text, p_budget numeric, p_rule text default 'scale') returns boolean language plpgsql as $$
begin
  perform tests.become_the_database();
  return engine.do_ad_change(jsonb_populate_record(null::public.chain_steps, jsonb_build_object('tenant_id', (select tenant_id from scene), 'input', jsonb_build_object('item',
    jsonb_build_object('rule', p_rule, 'network', 'meta', 'id', p_ad, 'daily_budget', 10, 'proposed_daily_budget', p_budget))))) -> 'needs_person' = 'true';
end
$$;
grant execute on all functions in schema pg_temp to public;

select ok(pg_temp.needs_person('1', 12), 'to raise needs a person');
select ok(not pg_temp.needs_person('1', null, 'pause'), 'to pause does not');
select throws_ok($$ select pg_temp.give('owner', '{1}', 30, 300, 10, 'aal1') $$, 'NX403', 'needs_two_factor', 'a mandate is given with the second factor');
select throws_ok($$ select pg_temp.give('admin', '{1}', 30, 300) $$, 'NX403', 'no_permission', 'by the owner');
select throws_ok(format($$ select tests.become('owner@mandate.test', %L, '{"aal": "aal2"}'), public.give_mandate(%1$L, array(select id from ad where tenant_id = %L), 1000000, 1000000, '2099-01-01') $$,
  tenant_id, rival_id), 'NX400', 'mandate_invalid', 'not for a rival''s campaign') from scene;
select throws_ok($$ select pg_temp.give('owner', '{1,4}', 90, 900) $$, 'NX400', 'mandate_invalid', 'in one currency');
select throws_ok($$ select pg_temp.give('owner', '{}', 90, 900) $$, 'NX400', 'mandate_invalid', 'for some campaign');
select throws_ok($$ select pg_temp.give('owner', '{1}', 0, 900) $$, 'NX400', 'mandate_invalid', 'with a cap');
select throws_ok($$ select pg_temp.give('owner', '{1}', 30, 20) $$, 'NX400', 'mandate_invalid', 'the total is no less than a day');
select throws_ok($$ select pg_temp.give('owner', '{1}', 30, 300, 93) $$, 'NX400', 'mandate_invalid', 'for three months at most');
select throws_ok($$ select pg_temp.give('owner', '{1,2}', 19, 190) $$, 'NX400', 'mandate_invalid', 'what is spent already has to fit');
insert into given select (pg_temp.give('owner', '{1,2}', 30, 300) ->> 'id')::uuid;

select ok(pg_temp.needs_person('3', 11), 'a campaign that is not in it still needs a person');
select ok(pg_temp.needs_person('1', 20.01), 'beyond the cap too');
select ok(not pg_temp.needs_person('1', 18), 'inside it does not');
select ok(pg_temp.needs_person('2', 13), 'two raises under way count together');
select ok(not pg_temp.needs_person('2', 12), 'up to the cap');
select results_eq($$ select actor, (data ->> 'given_by')::uuid, (data ->> 'to_micros')::bigint from public.events where kind = 'mandate.used' order by id $$,
  $$ values ('autonomy', tests.id_of('owner@mandate.test'), 18000000::bigint), ('autonomy', tests.id_of('owner@mandate.test'), 12000000) $$, 'each use is in the log, with who gave it');
select ok(engine.is_mandated(tenant_id, 'meta', '1'), 'the adapter finds the mandate') from scene;
select ok(not engine.is_mandated(rival_id, 'meta', '1'), 'of this tenant only') from scene;

-- the total holds whatever is reported: 300 over 20 days are 15 a day for both
update public.campaigns set held_budget_micros = null, daily_budget_micros = 5000000 where external_id in ('1', '2');
insert into given select (pg_temp.give('owner', '{1,2}', 30, 300, 20) ->> 'id')::uuid;
select ok(pg_temp.needs_person('1', 10.01), 'the total cap is spread over the days');
select ok(not pg_temp.needs_person('1', 10), 'and lets through what fits');
select tests.pass_time('20 days');
select ok(pg_temp.needs_person('1', 6), 'when its day is over, a person is asked');

-- revoked
insert into given select (pg_temp.give('owner', '{1}', 30, 300) ->> 'id')::uuid;
select ok(not pg_temp.needs_person('1', 20), 'a new one holds');
select tests.become('rival@mandate.test', (select rival_id from scene));
select is(public.revoke_mandate((select rival_id from scene), id) ->> 'revoked', 'false', 'a rival revokes nothing') from given;
select tests.become('admin@mandate.test', (select tenant_id from scene));
select is((select count(*) from given where public.revoke_mandate((select tenant_id from scene), id) ->> 'revoked' = 'true'), 3::bigint, 'an admin may revoke');
select ok(pg_temp.needs_person('1', 6), 'then a person is asked');
select ok(not engine.is_mandated(tenant_id, 'meta', '1'), 'also for a raise that is under way') from scene;
select * from finish();
rollback;
