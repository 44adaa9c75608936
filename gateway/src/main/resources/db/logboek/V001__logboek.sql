-- The logbook: commitments that may never change, beside details that may become unreadable.
-- The gateway adds and reads; only the head may move. Who may erase, may erase nothing but the way back
-- from a person to rows.

create table logbook_row (
  region text not null,
  idx bigint not null check (idx >= 0),
  leaf bytea not null,
  key_id text not null,
  detail_ct bytea not null,
  primary key (region, idx));

-- No foreign key: it would cost a lookup per row, and the check of the logbook compares both tables.
create table logbook_subject (
  region text not null,
  subject_id uuid not null,
  idx bigint not null,
  primary key (region, idx));
create index logbook_subject_by_subject on logbook_subject (region, subject_id, idx);

create table logbook_head (
  region text primary key,
  size bigint not null check (size >= 0),
  frontier bytea not null,
  root bytea not null,
  epoch bigint not null);

create table checkpoint (
  region text not null,
  size bigint not null,
  note text not null,
  primary key (region, size));

create table logbook_tile (
  region text not null,
  level int not null,
  n bigint not null,
  hashes bytea not null,
  primary key (region, level, n));

grant select, insert on logbook_row, logbook_subject, checkpoint, logbook_tile to sluis_append;
grant select, insert, update (size, frontier, root) on logbook_head to sluis_append;
grant select, delete on logbook_subject to sluis_wisser;
