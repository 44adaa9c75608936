-- The transaction log as FSC Logging 1.0.0 knows it: which request crossed the gateway, from whom, to whom. Nothing of a
-- person: a peer reads its own part of it without anything of the logbook being opened. Each record is written in the
-- transaction of the row it belongs to, under a lock, so that `nr` follows the order in which they became true.
create table fsc_logregel (
  region text not null,
  -- Random; the name by which a reader goes on where it was. `nr` would tell how much there is of others.
  id uuid not null,
  nr bigint generated always as identity,
  transactie uuid not null,
  richting text not null check (richting in ('in', 'uit')),
  -- Who was at the other end: who asked, or to whom it was handed over.
  peer text not null,
  -- On whose behalf it was asked, or sent.
  bron_voor text check (bron_voor is null or bron_voor <> peer or richting = 'uit'),
  -- For whom it was handed over to somebody else.
  bestemming_voor text check (bestemming_voor is null or (richting = 'uit' and bestemming_voor <> peer)),
  dienst text not null,
  toekenning text not null,
  -- Our own number of the exchange; never given.
  uitwisseling uuid,
  trace text,
  aanroep text,
  op timestamptz not null,
  primary key (region, id));

create index fsc_logregel_peer on fsc_logregel (region, peer, nr);
create index fsc_logregel_bron on fsc_logregel (region, bron_voor, nr) where bron_voor is not null;
create index fsc_logregel_bestemming on fsc_logregel (region, bestemming_voor, nr) where bestemming_voor is not null;
create index fsc_logregel_uitwisseling on fsc_logregel (region, uitwisseling, nr) where uitwisseling is not null;
create index fsc_logregel_op on fsc_logregel (region, op);

grant select, insert on fsc_logregel to sluis_append;
grant select, delete on fsc_logregel to sluis_wisser;
