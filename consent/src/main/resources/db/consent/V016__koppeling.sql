-- Links are corrected: a place is taken back, two subjects that turned out to be one child are merged,
-- and a merge that was wrong is undone. All of it only grows, save one mark on the row that is locked.

-- A reference of this subject was once moved. Who found the subject before it held the lock MUST then
-- look again; the mark is read with the lock itself.
alter table subject add column relinked boolean not null default false;
grant update (relinked) on subject to sluis_werk;

-- A place at a child is held by a number (a keyed hash, never a number), by the letter that gave it, until
-- it is taken back. Places of before stood among the words for people; they are carried over.
create table place (
  region text not null,
  id uuid not null,
  letter_id uuid,
  subject_id uuid not null,
  person_id uuid not null,
  number_hmac bytea not null check (octet_length(number_hmac) between 16 and 64),
  taken_at timestamptz not null,
  primary key (region, id),
  foreign key (region, subject_id) references subject (region, id));
create index place_number on place (region, number_hmac);
create index place_subject on place (region, subject_id);
create index place_letter on place (region, letter_id);

insert into place (region, id, subject_id, person_id, number_hmac, taken_at)
select region, gen_random_uuid(), subject_id, person_id, label_hmac, recorded_at
from person
where namespace = 'bsn';

create table place_ended (
  region text not null,
  place_id uuid not null,
  ended_at timestamptz not null,
  ended_by text not null,
  primary key (region, place_id),
  foreign key (region, place_id) references place (region, id));

-- Two ids that turned out not to be one person after all.
create table same_ended (
  region text not null,
  subject_id uuid not null,
  same_seq bigint not null,
  ended_at timestamptz not null,
  primary key (region, subject_id, same_seq),
  foreign key (region, subject_id, same_seq) references person_same (region, subject_id, seq));

-- Two subjects that are one child: every reference to the one means the other from then on.
create table subject_merge (
  region text not null,
  id uuid not null,
  from_subject uuid not null,
  into_subject uuid not null,
  letter_id uuid,
  merged_at timestamptz not null,
  merged_by text not null,
  primary key (region, id),
  foreign key (region, from_subject) references subject (region, id),
  foreign key (region, into_subject) references subject (region, id));
create index subject_merge_into on subject_merge (region, into_subject);
create index subject_merge_from on subject_merge (region, from_subject);

create table merge_alias (
  region text not null,
  merge_id uuid not null,
  namespace text not null,
  reference_kind text not null,
  hmac bytea not null check (octet_length(hmac) between 16 and 64),
  key_version integer not null,
  primary key (region, merge_id, namespace, reference_kind, hmac, key_version),
  foreign key (region, merge_id) references subject_merge (region, id));

-- A question goes along under a new name, with every no and without any yes.
create table merge_ask (
  region text not null,
  merge_id uuid not null,
  ask_id uuid not null,
  became uuid not null,
  primary key (region, ask_id, merge_id),
  foreign key (region, merge_id) references subject_merge (region, id),
  foreign key (region, ask_id) references consent_ask (region, id));

create table merge_undone (
  region text not null,
  merge_id uuid not null,
  undone_at timestamptz not null,
  undone_by text not null,
  primary key (region, merge_id),
  foreign key (region, merge_id) references subject_merge (region, id));

grant select, insert on place, place_ended, same_ended, subject_merge, merge_alias, merge_ask,
  merge_undone to sluis_append;
grant select, delete on place, place_ended, same_ended, merge_alias to sluis_wisser;
