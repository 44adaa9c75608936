-- Which handing over rests on which consent, written with its row `verstrekt` (or `heruitgereikt`). Who
-- sent, who received, what for and about whom stands with the consent itself and never changes there, so
-- it is not written twice.
create table verstrekking (
  region text not null,
  toestemming uuid not null,
  rij bigint not null,
  transactie uuid not null,
  categorieen text[] not null,
  op timestamptz not null,
  primary key (region, toestemming, rij));

-- What goes to a receiver when a consent stops under which something was handed over: no content, no
-- giver, no reason. `jws` is what Sluis signed; nobody is spoken of in it.
create table stopbericht (
  region text not null,
  id uuid not null,
  toestemming uuid not null,
  aan_oin text not null,
  aan_rol text not null,
  doel text not null,
  jws text not null,
  gemaakt_op timestamptz not null,
  uiterlijk timestamptz not null,
  primary key (region, id));
create index stopbericht_van on stopbericht (region, toestemming, gemaakt_op);
create index stopbericht_aan on stopbericht (region, aan_oin, gemaakt_op);
create index stopbericht_uiterlijk on stopbericht (region, uiterlijk);

-- What the receiver says it did; each word once.
create table stopbericht_bevestigd (
  region text not null,
  seq bigint generated always as identity,
  stopbericht uuid not null,
  gedaan text not null
    check (gedaan in ('gestopt', 'gewist', 'bewaard-om-wettelijke-plicht')),
  grond text check (length(grond) between 3 and 60),
  op timestamptz not null,
  door text not null,
  primary key (region, stopbericht, gedaan),
  check ((grond is not null) = (gedaan = 'bewaard-om-wettelijke-plicht')),
  foreign key (region, stopbericht) references stopbericht (region, id));

-- That nobody said so in time was brought to somebody's attention, once.
create table stopbericht_te_laat (
  region text not null,
  stopbericht uuid not null,
  op timestamptz not null,
  primary key (region, stopbericht),
  foreign key (region, stopbericht) references stopbericht (region, id));

grant select, insert on verstrekking, stopbericht, stopbericht_bevestigd, stopbericht_te_laat
  to sluis_append;
grant select, delete on verstrekking, stopbericht, stopbericht_bevestigd, stopbericht_te_laat
  to sluis_wisser;

-- At a withdrawal what still waits about this person is found by the person, whoever else it waits for.
create index parcel_about on parcel (region, subject_id) where state in ('wacht', 'uitgereikt');
