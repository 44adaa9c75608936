-- Birthdays and the ends of terms stand on the agenda, so that nothing is searched for on the day.
-- What is on record already is put there too: a birth date now, for a step may lie behind.
alter table agenda drop constraint agenda_kind_check;
alter table agenda
  add constraint agenda_kind_check
    check (kind in ('herziening', 'embargo', 'leeftijd', 'gezag', 'termijn'));
insert into agenda (region, id, due_at, kind, subject_id, about, organisation)
select b.region, gen_random_uuid(), now(), 'leeftijd', b.subject_id, b.subject_id,
  split_part(b.recorded_by, '/', 1)
from (
  select distinct on (region, subject_id) region, subject_id, recorded_by
  from birth
  order by region, subject_id, seq desc) b;
insert into agenda (region, id, due_at, kind, subject_id, about, organisation)
select a.region, gen_random_uuid(), a.valid_until, 'termijn', a.subject_id, a.id, a.sender_oin
from consent_ask a
where a.valid_until > now();
insert into agenda (region, id, due_at, kind, subject_id, about, organisation)
select a.region, gen_random_uuid(), e.expires_at, 'termijn', a.subject_id, a.id, a.sender_oin
from consent_event e
join consent_ask a on a.region = e.region and a.id = e.ask_id
where e.type = 'RENEWED'
  and e.expires_at > now();

-- Which invitation before which birthday was given. A birth date that was wrong moves the birthday,
-- and with it what is given before it. Nothing wrote to this table before.
drop table invitation;
create table invitation (
  region text not null,
  subject_id uuid not null,
  boundary integer not null check (boundary in (12, 16, 18, 23)),
  birthday date not null,
  days integer not null check (days between 0 and 365),
  given_at timestamptz not null,
  primary key (region, subject_id, birthday, days),
  foreign key (region, subject_id) references subject (region, id));

-- Whom a youth of sixteen or seventeen lets look: each person by itself; the last row of a person
-- counts. Nothing wrote to this table before.
drop table view_opened;
create table view_opened (
  region text not null,
  seq bigint generated always as identity,
  subject_id uuid not null,
  person_id uuid not null,
  opened boolean not null,
  recorded_at timestamptz not null,
  primary key (region, subject_id, seq),
  foreign key (region, subject_id) references subject (region, id));

grant select, insert on invitation, view_opened to sluis_append;
grant select, delete on invitation, view_opened to sluis_wisser;
