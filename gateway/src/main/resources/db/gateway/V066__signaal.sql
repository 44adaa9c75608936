-- What stands out in the work of an organisation by its control policy, and what people found of it. Nothing here is about a child:
-- `rijen` are places in the logbook, `wie` is keyed, and `rekensom` holds numbers and words of the policy. Rows are added only.

-- That the control of one day was done for one organisation, and by which policy.
create table controle_dag (
  region text not null,
  organisatie text not null,
  dag date not null,
  beleid text not null,
  rijen integer not null,
  verklaard integer not null,
  verdrongen bigint not null,
  gedaan_op timestamptz not null,
  primary key (region, organisatie, dag));

-- One for each rule, person and week.
create table signaal (
  region text not null,
  id uuid not null,
  organisatie text not null,
  soort text not null,
  week date not null check (extract(isodow from week) = 1),
  wie bytea not null,
  ander text not null,
  beleid text not null,
  keer double precision not null,
  rekensom text not null,
  rijen bigint[] not null,
  gevonden_op timestamptz not null,
  primary key (region, id),
  unique (region, id, wie),
  unique (region, organisatie, soort, week, wie, ander));
create index signaal_van on signaal (region, organisatie, gevonden_op desc);

-- A proposes, B agrees. Nobody judges the own work, and nobody agrees with oneself.
create table signaal_oordeel (
  region text not null,
  signaal uuid not null,
  nummer integer not null check (nummer > 0),
  wie bytea not null,
  uitkomst text not null check (uitkomst in
    ('gerechtvaardigd', 'ongerechtvaardigd', 'niet-vast-te-stellen', 'gegevensfout')),
  door bytea not null check (door <> wie),
  op timestamptz not null,
  primary key (region, signaal, nummer),
  unique (region, signaal, nummer, uitkomst, door),
  foreign key (region, signaal, wie) references signaal (region, id, wie));
create table signaal_gesloten (
  region text not null,
  signaal uuid not null,
  wie bytea not null,
  nummer integer not null,
  uitkomst text not null,
  voorgesteld_door bytea not null,
  door bytea not null check (door <> wie and door <> voorgesteld_door),
  op timestamptz not null,
  primary key (region, signaal),
  foreign key (region, signaal, wie) references signaal (region, id, wie),
  foreign key (region, signaal, nummer, uitkomst, voorgesteld_door)
    references signaal_oordeel (region, signaal, nummer, uitkomst, door));

grant select, insert on controle_dag, signaal, signaal_oordeel, signaal_gesloten to sluis_append;
