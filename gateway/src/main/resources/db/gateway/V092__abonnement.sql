-- Who wants to be told, at which address, that something lies ready for an organisation in a role. A subscription is
-- never changed; it is ended by a row of its own.
create table abonnement (
  region text not null,
  id uuid not null,
  organisatie text not null,
  rol text not null,
  houder text not null,
  adres text not null check (adres like 'https://%' and length(adres) <= 500),
  soorten text[] not null,
  vastgelegd_op timestamptz not null,
  primary key (region, id));
create index abonnement_houder on abonnement (region, houder);

create table abonnement_opzegging (
  region text not null,
  abonnement uuid not null,
  door text not null,
  opgezegd_op timestamptz not null,
  primary key (region, abonnement),
  foreign key (region, abonnement) references abonnement (region, id));

grant select, insert on abonnement, abonnement_opzegging to sluis_append;

-- What is still to be told, and what was: a queue of work. `over` is a parcel or a task, and never a child.
create table notificatie (
  region text not null,
  id uuid not null,
  abonnement uuid not null,
  soort text not null check (soort in ('pakket-klaargezet', 'taak-geopend')),
  over uuid not null,
  gemaakt_op timestamptz not null,
  volgende timestamptz not null,
  pogingen int not null default 0,
  stand text not null default 'wacht' check (stand in ('wacht', 'bezorgd', 'opgegeven')),
  primary key (region, id),
  unique (region, abonnement, soort, over));
create index notificatie_wacht on notificatie (region, volgende) where stand = 'wacht';

grant select, insert, update on notificatie to sluis_werk;
grant select, delete on notificatie to sluis_wisser;
