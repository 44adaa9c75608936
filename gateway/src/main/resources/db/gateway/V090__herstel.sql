-- A backup was put back, and rows are missing that others saw under the name before. What rests on consent stands
-- still by `stillegging` until two people let it go on, each of whom names how many rows nobody accounted for.
create table herstel (
  region text not null,
  id uuid not null,
  van bigint not null check (van >= 0),
  tot bigint not null check (tot > van),
  wortel bytea not null,
  vorige text not null,
  naam text not null,
  stillegging uuid not null,
  op timestamptz not null,
  primary key (region, id),
  foreign key (region, stillegging) references stillegging (region, id));

-- Which of those rows somebody proved with a receipt. It says a place in the logbook of then, and nothing of anyone.
create table herstel_rij (
  region text not null,
  herstel uuid not null,
  rij bigint not null,
  wat text not null check (wat in ('bewezen', 'stop', 'niets-te-stoppen')),
  op timestamptz not null,
  primary key (region, herstel, rij),
  foreign key (region, herstel) references herstel (region, id));

grant select, insert on herstel, herstel_rij to sluis_append;
