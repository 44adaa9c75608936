-- The files of every adopted text beside its digest, so that it stays when the folder it came from is
-- changed or gone: what it carries goes on, and what was decided by it can be decided again.
create table convenant_bestand (
  region text not null,
  digest text not null,
  pad text not null,
  tekst text not null,
  primary key (region, digest, pad),
  foreign key (region, digest) references convenant_tekst);

-- Which texts were read whole but could not stand beside the others, and why.
create table convenant_terzijde (
  region text not null,
  digest text not null,
  want text not null,
  gezien_op timestamptz not null,
  primary key (region, digest, want));

grant select, insert on convenant_bestand, convenant_terzijde to sluis_append;
