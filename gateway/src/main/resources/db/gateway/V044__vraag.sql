-- What Veilig Thuis asked of whom: which categories, under which number. An answer passes only on a
-- question, and only as far as it asked. The number is keyed; about whom it was stands nowhere here.
create table vt_vraag (
  region text not null,
  seq bigint generated always as identity,
  transactie uuid not null,
  van_oin text not null,
  aan_oin text not null,
  nummer bytea not null,
  categorieen text[] not null,
  op timestamptz not null,
  primary key (region, transactie));
create index vt_vraag_nummer on vt_vraag (region, nummer, seq);

grant select, insert on vt_vraag to sluis_append;
grant select, delete on vt_vraag to sluis_wisser;
