-- A new text in a chat: shown as the version it would be, decided by the yes to that; why: the peer's review.
begin;
select no_plan();
create temporary table scene as select tests.shop('Edits', 'owner@edits.test', 'pro') as tenant_id, null::uuid as link_id;
update scene set link_id = tests.links('owner@edits.test', '261340000001', tenant_id);
create function pg_temp.ask() returns uuid language plpgsql as $$
begin
  perform tests.pass_time('15 minutes');
  perform tests.run(tenant_id) from scene;
  perform tests.work();
  perform tests.send_all();
  return (select a.id from public.approvals a join scene using (tenant_id) where a.state = 'pending' order by a.created_at desc limit 1);
end
$$;
create function pg_temp.quoted(p_id uuid, p_kind text default 'approval') returns jsonb language sql stable as $$
  select jsonb_build_object('quoted_id', tests.message_of(p_id, (select link_id from scene), p_kind))
$$;
create temporary table card as select pg_temp.ask() as id;

select is(tests.writes('261340000001', 'Nahoana?', pg_temp.quoted(id)), 'why', 'why is answered') from card;
select is(tests.hears(link_id) ->> 'say', 'Juste.', 'with what the peer said') from scene;
select is((select state from public.approvals join card using (id)), 'pending', 'and decides nothing');
select is(tests.writes('261340000001', '؟'), 'why', 'a question mark will do');

select is(tests.writes('261340000001', 'سمبوسة طازجة 😋 يوم الجمعة', pg_temp.quoted(id)), 'edit_proposed', 'any other text is a new text') from card;
select is((select (tests.hears(link_id) - 'edit_id') from scene), (select jsonb_build_object('kind', 'confirm_edit', 'version', 2, 'body', 'سمبوسة طازجة 😋 يوم الجمعة', 'title', a.title, 'is_refusal', false) from public.approvals a join card using (id)),
  'it comes back as the version that it would be');
select is((select concat_ws(' ', a.state, c.body) from public.approvals a join card using (id) join public.contents c on c.id = a.content_id), 'pending Samosas vendredi', 'nothing has changed yet');
select tests.send_all();
select is(tests.writes('261340000001', 'tsia', pg_temp.quoted(id, 'confirm_edit')), 'edit_dropped', 'a no drops the new text') from card;
select is((select state from public.approvals join card using (id)), 'pending', 'and leaves the question open');
select is(tests.writes('261340000001', 'eny', pg_temp.quoted(id, 'confirm_edit')), 'stale', 'a yes to a text that was dropped counts for nothing') from card;
select is((select state from public.approvals join card using (id)), 'pending', 'nothing is decided');
select tests.send_all();
select is(tests.writes('261340000001', 'Samosas ce soir', pg_temp.quoted(id)), 'edit_proposed', 'another text') from card;
select tests.send_all();
select is(tests.writes('261340000001', 'Samosas ce soir à 18 h', pg_temp.quoted(id, 'confirm_edit')), 'edit_proposed', 'mended once more') from card;
select tests.send_all();
select is((select count(*) from public.pending_edits), 1::bigint, 'the last text counts');
select is(tests.writes('261340000001', 'ok'), 'decided', 'a bare yes is to what was shown last');
select is((select concat_ws('|', a.state, a.decided_channel, a.decided_version, c.body, c.author_kind) from public.approvals a join card using (id) join public.contents c on c.id = a.content_id),
  'approved|whatsapp|2|Samosas ce soir à 18 h|person', 'the person''s text goes out, in their name');
select is((select (tests.hears(link_id) ->> 'is_edited')::boolean from scene), true, 'and the chat hears so');
select is((select count(*) from public.pending_edits), 0::bigint, 'nothing is pending any more');
select is((select count(*) from public.lessons join scene using (tenant_id) where kind = 'edit'), 1::bigint, 'the difference is a lesson');

update card set id = pg_temp.ask();
select is(tests.writes('261340000001', repeat('a', 3001), pg_temp.quoted(id)), 'text_too_long', 'a text that is too long is refused') from card;
select is(tests.writes('261340000001', 'Texte', pg_temp.quoted(id)), 'edit_proposed', 'a text') from card;
select tests.send_all();
update public.contents c set headline = 'Nouveau titre' from public.approvals a join card using (id) where c.id = a.content_id;
select is(tests.writes('261340000001', 'ok', pg_temp.quoted(id, 'confirm_edit')), 'stale', 'a yes to a text for what has changed meanwhile is no yes') from card;
select is((select state from public.approvals join card using (id)), 'pending', 'nothing is decided');
select tests.send_all();
select is(tests.writes('261340000001', 'Texte trois', pg_temp.quoted(id)), 'edit_proposed', 'but one for what is there now is taken') from card;
select tests.send_all();
select is(tests.writes('261340000001', 'ok', pg_temp.quoted(id)), 'decided', 'a yes to the message itself means the text in it') from card;
select isnt((select body from public.contents c join public.approvals a on a.content_id = c.id join card on card.id = a.id), 'Texte trois', 'not the one that was proposed');

select * from finish();
rollback;
