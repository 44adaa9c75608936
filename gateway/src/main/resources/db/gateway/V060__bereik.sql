-- By which way somebody wants to hear that something lies ready. `wie` and `eigen` are keyed forms of the number with which
-- that person logs in; an address stands sealed with the key of the child at whose side it was given. Rows are added only:
-- the last one of a person counts, and one that asks for proof counts for nothing until it is given.
create table bereik_kanaal (
  region text not null,
  id uuid not null,
  nummer bigint generated always as identity,
  wie bytea not null check (octet_length(wie) between 16 and 64),
  eigen bytea not null check (octet_length(eigen) between 16 and 64),
  subject_id uuid not null,
  person_id uuid not null,
  stap text not null check (stap in ('gevraagd', 'gekozen', 'uit', 'mislukt', 'retour')),
  kanaal text not null check (kanaal in ('e-mail', 'brief', 'loket')),
  kenmerk uuid not null,
  adres_verzegeld bytea check (octet_length(adres_verzegeld) between 16 and 400),
  op timestamptz not null,
  door text not null,
  primary key (region, id),
  foreign key (region, subject_id) references subject (region, id),
  check (kanaal <> 'e-mail' or stap not in ('gevraagd', 'gekozen') or adres_verzegeld is not null));
create index bereik_kanaal_wie on bereik_kanaal (region, wie, nummer desc);
create index bereik_kanaal_bij on bereik_kanaal (region, subject_id);

-- Mails that wait or went: at most one a day for each person, besides codes that were asked for. `niets`: that day there was
-- nothing to tell. A queue of work, beside the logbook that keeps what became of it.
create table bereik_bericht (
  region text not null,
  id uuid not null,
  wie bytea not null,
  dag date not null,
  soort text not null check (soort in ('bericht', 'code')),
  kenmerk uuid not null,
  subject_id uuid not null,
  stand text not null check (stand in ('niets', 'wacht', 'verstuurd', 'mislukt', 'vervallen')),
  pogingen integer not null default 0 check (pogingen between 0 and 20),
  niet_voor timestamptz not null,
  gemaakt_op timestamptz not null,
  primary key (region, id),
  foreign key (region, subject_id) references subject (region, id));
create unique index bereik_bericht_dag on bereik_bericht (region, wie, dag) where soort = 'bericht';
create index bereik_bericht_wacht on bereik_bericht (region, niet_voor) where stand = 'wacht';
create index bereik_bericht_over on bereik_bericht (region, subject_id);

grant select, insert on bereik_kanaal to sluis_append;
grant select, delete on bereik_kanaal to sluis_wisser;
grant select, insert on bereik_bericht to sluis_werk;
grant update (stand, pogingen, niet_voor) on bereik_bericht to sluis_werk;
grant select, delete on bereik_bericht to sluis_wisser;
