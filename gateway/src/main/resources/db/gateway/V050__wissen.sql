-- That a person is erased, on whose word and on which ground. Nothing here leads to that person but
-- `wissing_kind`, which goes with everything else; a wissing without it is done.
create table wissing (
  region text not null,
  id uuid not null,
  grond text not null check (grond in ('niet-meer-nodig', 'onrechtmatig', 'wettelijk-bevel', 'termijn')),
  verzoeker text not null check (verzoeker in
    ('betrokkene', 'ouder-of-voogd', 'rechter', 'toezichthouder', 'organisatie', 'sluis')),
  organisatie text not null,
  besloten_op timestamptz not null,
  primary key (region, id));

-- A child is erased once.
create table wissing_kind (
  region text not null,
  subject_id uuid not null,
  wissing uuid not null,
  primary key (region, subject_id),
  foreign key (region, wissing) references wissing (region, id));
create index wissing_kind_van on wissing_kind (region, wissing);

-- Up to which row of the logbook rows `gewist` account for it.
create table wissing_verantwoord (
  region text not null,
  wissing uuid not null,
  tot bigint not null,
  aantal bigint not null,
  op timestamptz not null,
  primary key (region, wissing, tot),
  foreign key (region, wissing) references wissing (region, id));

-- The keys that must be dead, by their name in the vault: written with the rows `gewist`, before the key is
-- destroyed. What stands here is destroyed again whenever it lives, as after a backup of the vault was put back.
create table gewiste_sleutel (
  region text not null,
  sleutel text not null,
  op timestamptz not null,
  primary key (region, sleutel));

-- How far the end of the term of the rows of a month is: up to which row it is accounted for, that its key must be
-- dead, that the way to its rows is gone, and that it was held up because something in it must be kept. Only grows.
create table bewaarmaand (
  region text not null,
  maand text not null check (maand ~ '^bewaar-[0-9]{6}$'),
  stap text not null check (stap in ('aangehouden', 'verantwoord', 'vernietigd', 'opgeruimd')),
  tot bigint not null,
  op timestamptz not null,
  primary key (region, maand, stap, tot));

-- What came to its end, in numbers: rows by kind, and what was deleted by table. Never who.
create table bewaarverslag (
  region text not null,
  nr bigint generated always as identity,
  maand text not null,
  wat text not null check (wat in ('rij', 'tabel')),
  naam text not null,
  aantal bigint not null check (aantal > 0),
  op timestamptz not null,
  primary key (region, nr));

grant select, insert on wissing, wissing_kind, wissing_verantwoord, gewiste_sleutel, bewaarmaand, bewaarverslag
  to sluis_append;
grant select, delete on wissing_kind, parcel, message, contact_route, overleg, overleg_lid, overleg_stap, detachering,
  rolkeuze, rolkeuze_sluiting to sluis_wisser;
-- To see which rows are over; the rows themselves can be deleted by nobody.
grant select on logbook_row, gewiste_sleutel to sluis_wisser;
-- A print belongs to one person for ever.
revoke delete on ondertekenaar_middel from sluis_wisser;
