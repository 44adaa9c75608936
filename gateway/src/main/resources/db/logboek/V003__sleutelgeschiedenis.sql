-- Which keys sign the logbook, from which number of rows on: statements that the keys themselves sign.
-- Nobody changes or removes one; a hand-over is a row of the logbook as well.

create table sleutelgeschiedenis (
  region text not null,
  gebruik text not null,
  nr int not null check (nr >= 1),
  grootte bigint not null check (grootte >= 0),
  verklaring text not null,
  primary key (region, gebruik, nr));

grant select, insert on sleutelgeschiedenis to sluis_append;
