-- Acts of the tests of inbound messages: a linked person, a delivery as it is sent, a message as it is written. Like 000_scenario it commits its functions and only them.
begin;
create or replace function tests.link_of(p_address text) returns uuid language sql stable security definer as $$
  select id from public.channel_links where address = p_address
$$;

create or replace function tests.links(p_email text, p_address text, p_tenant_id uuid, p_channel text default 'whatsapp') returns uuid language sql as $$
  insert into public.channel_links (user_id, channel, address, tenant_id, last_inbound_at) values (tests.id_of(p_email), p_channel, p_address, p_tenant_id, engine.now()) returning id
$$;
comment on function tests.links(text, text, uuid, text) is 'Makes a chat a person''s, past the code, from which somebody has just written.';

create or replace function tests.send_all() returns integer language plpgsql as $$
declare
  v_all jsonb := worker.claim_deliveries('pgtap', 100);
begin
  perform worker.settle_delivery((d ->> 'delivery_id')::bigint, (d ->> 'token')::uuid, jsonb_build_object('outcome', 'sent', 'external_id', 'out.' || (d ->> 'delivery_id')))
  from jsonb_array_elements(v_all) d;
  return jsonb_array_length(v_all);
end
$$;
comment on function tests.send_all() is 'Sends what is due, as functions/deliver does; message ids are out.<delivery id>.';

create or replace function tests.message_of(p_approval_id uuid, p_link_id uuid, p_kind text default 'approval') returns text language sql stable security definer as $$
  select external_id from public.deliveries where approval_id = p_approval_id and target_id = p_link_id and kind = p_kind and state = 'sent' order by id desc limit 1
$$;
comment on function tests.message_of(uuid, uuid, text) is 'The id of the message that carried an approval (or an answer about it) to a chat.';

create or replace function tests.writes(p_from text, p_text text, p_more jsonb default '{}', p_channel text default 'whatsapp') returns text language plpgsql as $$
declare
  v_id text := coalesce(p_more ->> 'external_id', gen_random_uuid()::text);
begin
  perform worker.receive_messages(p_channel, jsonb_build_array(
    jsonb_build_object('external_id', v_id, 'from', p_from, 'name', 'Hery', 'kind', 'text', 'text', p_text, 'sent_at', engine.now()) || p_more));
  perform worker.answer_messages();
  return (select outcome from public.inbound_messages where external_id = v_id and channel = p_channel);
end
$$;
comment on function tests.writes(text, text, jsonb, text) is 'A chat writes, and is answered: what came of it.';

create or replace function tests.hears(p_link_id uuid) returns jsonb language sql stable security definer as $$
  select jsonb_build_object('kind', kind) || data from public.deliveries where target_id = p_link_id and topic = 'replies' order by id desc limit 1
$$;
comment on function tests.hears(uuid) is 'The last answer to a chat.';
grant execute on all functions in schema tests to public;
commit;

begin;
select plan(1);
select is(tests.link_of('nobody'), null, 'an address that nobody linked is nobody''s');
select * from finish();
rollback;
