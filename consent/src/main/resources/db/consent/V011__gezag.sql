-- Who has gezag: until when it is so, on what it rests, who reported it, and whether a second person of
-- the same organisation looked at it. What a court gave away of it (BW 1:265e) stands beside it.
alter table custody_fact
  add column id uuid not null default gen_random_uuid(),
  add column valid_until date,
  add column reference_hash text,
  add column reporter_hmac bytea check (octet_length(reporter_hmac) between 16 and 64),
  add column without_gezag uuid[] not null default '{}';
create unique index custody_fact_id on custody_fact (region, id);
-- For looking, beforehand, which facts grow old.
create index custody_fact_obtained on custody_fact (region, obtained_at);

create table custody_confirmation (
  region text not null,
  fact_id uuid not null,
  subject_id uuid not null,
  confirmer_hmac bytea not null check (octet_length(confirmer_hmac) between 16 and 64),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region, fact_id),
  foreign key (region, fact_id) references custody_fact (region, id),
  foreign key (region, subject_id) references subject (region, id));

create table partial_custody (
  region text not null,
  seq bigint generated always as identity,
  id uuid not null,
  subject_id uuid not null,
  domain text not null check (domain in ('onderwijs', 'medisch', 'verblijf')),
  sharing_named boolean not null,
  holder uuid not null,
  valid_from date not null,
  valid_until date not null,
  obtained_at timestamptz not null,
  reference_hash text not null,
  reporter_hmac bytea not null check (octet_length(reporter_hmac) between 16 and 64),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region, subject_id, seq),
  unique (region, id),
  foreign key (region, subject_id) references subject (region, id));

grant select, insert on custody_confirmation, partial_custody to sluis_append;
grant select, delete on custody_confirmation, partial_custody to sluis_wisser;
