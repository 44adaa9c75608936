-- A talk with the family that a sender claimed when its message was accepted, and what the family says of
-- it. The claim itself is a keyed hash: who held the talk, and what was said, stands nowhere in the clear.
create table gesprek (
  region text not null,
  id uuid not null,
  subject_id uuid not null,
  transactie uuid not null,
  voorwaarde text not null,
  doel text not null,
  van_oin text not null,
  van_rol text not null,
  aan_oin text not null,
  aan_rol text not null,
  datum date not null,
  bewering bytea not null check (octet_length(bewering) between 16 and 64),
  vastgelegd_op timestamptz not null,
  primary key (region, id),
  foreign key (region, subject_id) references subject (region, id));
create index gesprek_betrokkene on gesprek (region, subject_id, van_oin);
create index gesprek_transactie on gesprek (region, transactie);

create table gesprek_oordeel (
  region text not null,
  nummer bigint generated always as identity,
  gesprek uuid not null,
  subject_id uuid not null,
  person_id uuid not null,
  uitspraak text not null check (uitspraak in ('was-er-niet', 'was-er')),
  gezegd_op timestamptz not null,
  primary key (region, gesprek, nummer),
  foreign key (region, gesprek) references gesprek (region, id),
  foreign key (region, subject_id) references subject (region, id));

grant select, insert on gesprek, gesprek_oordeel to sluis_append;
grant select, delete on gesprek, gesprek_oordeel to sluis_wisser;
