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

-- Timestamps of an outside authority over checkpoints (RFC 3161), with the certificates and revocation
-- lists by which they can be believed when those have ended. No foreign key: the check of the logbook
-- finds a timestamp whose checkpoint is gone.
create table tijdstempel (
  region text not null,
  size bigint not null check (size >= 0),
  tijd timestamptz not null,
  stempel bytea not null,
  keten text not null,
  intrekkingslijsten text not null,
  primary key (region, size));

grant select, insert on tijdstempel to sluis_append;
