-- How often it happened on a day, for the pictures of an officer: made from the logbook a minute behind it, and made
-- anew when it is lost. It holds no person and no transaction, and nothing that `parcel` does not say row by row;
-- of what was refused it does not say for whom or what for it was.
create table telling (
  region text not null,
  dag date not null,
  soort text not null check (soort in ('verstrekt', 'geweigerd', 'aangehouden', 'duur')),
  van_oin text not null,
  aan_oin text not null,
  doel text not null,
  baan text not null,
  woord text not null,
  aantal bigint not null check (aantal > 0),
  primary key (region, van_oin, dag, soort, aan_oin, doel, baan, woord));
create index telling_aan on telling (region, aan_oin, dag) where aan_oin <> '';

grant select, insert, update (aantal) on telling to sluis_werk;
grant select, delete on telling to sluis_wisser;
