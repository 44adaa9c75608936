-- A report of acute danger that went to the Veilig Thuis of another region: who hands it over, and, as far
-- as is known, for which municipality and to whom. The note itself is signed when it goes out.
create table acute_overdracht (
  region text not null,
  transactie uuid not null,
  door_oin text not null,
  woongemeente text,
  aan_oin text,
  op timestamptz not null,
  primary key (region, transactie),
  foreign key (region, transactie) references acute_melding (region, transactie));

grant select, insert on acute_overdracht to sluis_append;
grant select, delete on acute_overdracht to sluis_wisser;
