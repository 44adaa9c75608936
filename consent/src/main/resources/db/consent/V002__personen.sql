-- Who people are to Sluis, and what is known of them. No name, number or address stands here in the
-- clear: references and labels are keyed hashes, made with a key that is not in this database.

create table subject (
  region text not null,
  id uuid not null,
  created_at timestamptz not null,
  -- Never written. PostgreSQL asks the update right on a column before it locks a row.
  locked boolean not null default false,
  primary key (region, id));

create table alias (
  region text not null,
  id bigint generated always as identity,
  namespace text not null,
  reference_kind text not null check (reference_kind in ('eigen-kenmerk', 'koppelcode', 'bsn')),
  hmac bytea not null check (octet_length(hmac) between 16 and 64),
  key_version integer not null,
  subject_id uuid not null,
  linked_at timestamptz not null,
  unlinked_at timestamptz,
  primary key (region, id),
  foreign key (region, subject_id) references subject (region, id),
  check ((reference_kind = 'bsn') = (namespace = 'bsn')));
create unique index alias_live on alias (region, namespace, reference_kind, hmac, key_version)
  where unlinked_at is null;
create index alias_subject on alias (region, subject_id);

create table person (
  region text not null,
  subject_id uuid not null,
  namespace text not null,
  label_hmac bytea not null check (octet_length(label_hmac) between 16 and 64),
  key_version integer not null,
  person_id uuid not null,
  recorded_at timestamptz not null,
  primary key (region, subject_id, namespace, label_hmac),
  foreign key (region, subject_id) references subject (region, id));

create table birth (
  region text not null,
  seq bigint generated always as identity,
  subject_id uuid not null,
  birth_date date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region, subject_id, seq),
  foreign key (region, subject_id) references subject (region, id));

create table custody_fact (
  region text not null,
  seq bigint generated always as identity,
  subject_id uuid not null,
  situation text not null,
  source text not null,
  valid_from date not null,
  obtained_at timestamptz not null,
  holders uuid[] not null,
  capacities text[] not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region, subject_id, seq),
  foreign key (region, subject_id) references subject (region, id),
  check (cardinality(holders) = cardinality(capacities)));

-- A professional's judgement that someone can or cannot weigh one matter. Never computed.
create table competence (
  region text not null,
  seq bigint generated always as identity,
  subject_id uuid not null,
  purpose text not null,
  able boolean not null,
  judged_at timestamptz not null,
  valid_until timestamptz not null,
  evidence_commitment bytea not null,
  evidence_sealed bytea not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region, subject_id, seq),
  foreign key (region, subject_id) references subject (region, id));

-- The last row of a person and receiver counts; lifting a shield is one more row.
create table shield (
  region text not null,
  seq bigint generated always as identity,
  subject_id uuid not null,
  person_id uuid not null,
  receiver_oin text not null,
  shielded boolean not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region, subject_id, seq),
  foreign key (region, subject_id) references subject (region, id));

-- A stop that rests on the person; lifting one is a row that names it.
create table restriction (
  region text not null,
  id uuid not null,
  subject_id uuid not null,
  kind text not null check (kind in ('beperkt', 'bezwaar', 'rechterlijk-verbod')),
  from_at timestamptz not null,
  until_at timestamptz,
  lifts uuid,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region, subject_id, id),
  foreign key (region, subject_id) references subject (region, id));

create table registered_condition (
  region text not null,
  seq bigint generated always as identity,
  subject_id uuid not null,
  condition text not null,
  purpose text not null,
  receiver_oin text not null,
  happened_on date not null,
  evidence_commitment bytea not null,
  evidence_sealed bytea not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region, subject_id, seq),
  foreign key (region, subject_id) references subject (region, id));

grant select, insert on subject, alias to sluis_werk;
grant update (locked) on subject to sluis_werk;
grant update (unlinked_at) on alias to sluis_werk;
grant select, insert on person, birth, custody_fact, competence, shield, restriction,
  registered_condition to sluis_append;
-- Erasing a person: who they were goes; what was decided stays, about nobody.
grant select, delete on alias, person to sluis_wisser;
