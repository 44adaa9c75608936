-- Messages under a conflict of duties that wait for who must sign: encrypted with a key of their own, kept
-- elsewhere. `gezien` is how many signatures there were when the message was last judged. `afgelopen` when
-- it goes, was refused, or nobody signed in time; then the key is destroyed and the row goes.
create table aangehouden_bericht (
  region text not null,
  transactie uuid not null,
  vervolg uuid not null,
  beller text not null,
  partij text not null,
  subject_id uuid,
  voorstel text not null,
  inhoud bytea not null,
  gezien integer not null,
  tot timestamptz not null,
  afgelopen boolean not null default false,
  primary key (region, transactie));
create unique index aangehouden_wacht on aangehouden_bericht (region, partij, voorstel) where not afgelopen;

grant select, insert, update (gezien, afgelopen), delete on aangehouden_bericht to sluis_werk;
grant select, delete on aangehouden_bericht to sluis_wisser;
