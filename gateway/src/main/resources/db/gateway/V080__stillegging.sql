-- What stands still by somebody's word: a partner, a purpose or a lane. A fact that every decision reads in its own
-- transaction; it goes on when two different people said so.
create table stillegging (
  region text not null,
  id uuid not null,
  soort text not null check (soort in ('partner', 'doel', 'baan')),
  wat text not null,
  reden text not null check (length(reden) between 1 and 200),
  door text not null check (length(door) between 1 and 80),
  op timestamptz not null,
  primary key (region, id));

create table stillegging_opgeheven (
  region text not null,
  stillegging uuid not null,
  door text not null check (length(door) between 1 and 80),
  op timestamptz not null,
  primary key (region, stillegging, door),
  foreign key (region, stillegging) references stillegging (region, id));

grant select, insert on stillegging, stillegging_opgeheven to sluis_append;
