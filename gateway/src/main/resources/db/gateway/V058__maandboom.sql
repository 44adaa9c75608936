-- What was committed to of a month at one child for one viewer, whether that viewer ever asks or not: the root of
-- a tree of 4096 leaves, its path to the root in row `rij` of the logbook, and for each leaf that stands for
-- something where it stands, what it was made of and its hash. All other leaves are made again of a key that goes
-- with the child. It says nothing that other tables do not say, and nothing of what was hidden.
create table maandboom (
  region text not null,
  subject_id uuid not null,
  -- The keyed number of who has a place at the child; empty for the child itself.
  kijker bytea not null,
  maand date not null,
  -- Up to when rows were read: the end of the month, or the moment somebody asked before that.
  tot timestamptz not null,
  wortel bytea not null check (octet_length(wortel) = 32),
  plek int not null check (plek between 0 and 255),
  pad bytea not null check (octet_length(pad) = 256),
  bladen bytea not null check (octet_length(bladen) % 43 = 0),
  rij bigint not null check (rij >= 0),
  primary key (region, subject_id, kijker, maand, tot),
  foreign key (region, subject_id) references subject (region, id));

grant select, insert on maandboom to sluis_append;
grant select, delete on maandboom to sluis_wisser;
