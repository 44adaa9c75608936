-- Every stop has an author, a reason and a day on which somebody looks again; rows from before have
-- none. Who wrote it is a keyed hash, so that it can be seen that another person weighs or confirms;
-- name, function and reason are sealed under the key of the person it is about. `bewaarplicht` stops
-- no exchange: it forbids to erase.
alter table restriction drop constraint restriction_kind_check;
alter table restriction
  add constraint restriction_kind_check
    check (kind in ('beperkt', 'bezwaar', 'rechterlijk-verbod', 'bewaarplicht')),
  add column review_on date,
  add column author_hmac bytea check (octet_length(author_hmac) between 16 and 64),
  add column evidence_commitment bytea,
  add column evidence_sealed bytea;
create index restriction_id on restriction (region, id);

-- What a human being decided about an objection (AVG 21): once, and by somebody else.
create table weighing (
  region text not null,
  id uuid not null,
  subject_id uuid not null,
  restriction_id uuid not null,
  upheld boolean not null,
  author_hmac bytea not null check (octet_length(author_hmac) between 16 and 64),
  evidence_commitment bytea not null,
  evidence_sealed bytea not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region, restriction_id),
  foreign key (region, subject_id) references subject (region, id));

-- A shield with its source has a name, so that it can be lifted by itself.
alter table shield
  add column id uuid,
  add column source text check (source in ('brp-geheim', 'opvang', 'rechter', 'professional')),
  add column lifts uuid,
  add column review_on date,
  add column author_hmac bytea check (octet_length(author_hmac) between 16 and 64),
  add column evidence_commitment bytea,
  add column evidence_sealed bytea;
create index shield_id on shield (region, id) where id is not null;

-- What must be done on a day: the only table that time looks at. A row goes away when it is done.
create table agenda (
  region text not null,
  id uuid not null,
  due_at timestamptz not null,
  kind text not null check (kind in ('herziening', 'embargo', 'leeftijd')),
  subject_id uuid not null,
  about uuid not null,
  organisation text not null,
  primary key (region, id),
  foreign key (region, subject_id) references subject (region, id));
create index agenda_due on agenda (region, due_at);
create index agenda_about on agenda (region, about);

grant select, insert on weighing to sluis_append;
grant select, insert, delete on agenda to sluis_werk;
grant select, delete on weighing, agenda to sluis_wisser;
