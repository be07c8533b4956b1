-- Owns feast_days: what cultural-calendar says of a country's days, kept so that plans need not ask again. Written by engine.keep_feasts.

create table public.feast_days (
  country text not null,
  language text not null,
  day date not null,
  name text not null,
  card jsonb not null,
  primary key (country, language, day, name)
);
comment on table public.feast_days is 'card = {day, until, name, local_name, kind, tone, advice, certain, source} of skill cultural-calendar. Of countries, not of tenants.';

alter table public.feast_days enable row level security;
create policy "signed-in people read the calendar" on public.feast_days for select to authenticated using (true);
grant select on public.feast_days to authenticated;
