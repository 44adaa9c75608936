-- People take a place of their own at a child: by a number (`person.namespace = 'bsn'`, a keyed hash,
-- never a number), which a letter from a partner gave them the way to. All of it only grows.
create index person_number on person (region, label_hmac) where namespace = 'bsn';

-- Two ids that turned out to be one person around this subject.
create table person_same (
  region text not null,
  seq bigint generated always as identity,
  subject_id uuid not null,
  person_id uuid not null,
  same_as uuid not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region, subject_id, seq),
  foreign key (region, subject_id) references subject (region, id));

-- A letter holds a code that is good for one person, for a while, once. The code is kept as a keyed
-- hash; who lets it in is written beside it, not over it.
create table letter (
  region text not null,
  id uuid not null,
  code_hmac bytea not null check (octet_length(code_hmac) between 16 and 64),
  key_version integer not null,
  subject_id uuid not null,
  person_id uuid not null,
  language text not null check (length(language) between 2 and 8),
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  issued_by text not null,
  primary key (region, id),
  unique (region, code_hmac),
  foreign key (region, subject_id) references subject (region, id));

create table letter_used (
  region text not null,
  letter_id uuid not null,
  used_at timestamptz not null,
  primary key (region, letter_id),
  foreign key (region, letter_id) references letter (region, id));

-- Codes that were tried in vain, so that nobody can go on guessing.
create table letter_tried (
  region text not null,
  number_hmac bytea not null check (octet_length(number_hmac) between 16 and 64),
  tried_at timestamptz not null);
create index letter_tried_by on letter_tried (region, number_hmac, tried_at);

grant select, insert on person_same, letter, letter_used, letter_tried to sluis_append;
grant select, delete on person_same, letter, letter_used, letter_tried to sluis_wisser;
