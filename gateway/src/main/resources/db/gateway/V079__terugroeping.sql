-- What a sender signed to call back or replace what it sent, and a receiver to give back what was not for it
-- (AVG 5(1)(c), (d) and (f)); and what Sluis did about it at once. No content: a reason is a word of a list.
-- `tekenaar` and `jti` make that the same statement again changes nothing and another under that number is refused.
create table terugroeping (
  region text not null,
  id uuid not null,
  soort text not null check (soort in ('terugroeping', 'rectificatie', 'retour')),
  transactie uuid not null,
  pakket uuid not null,
  tekenaar text not null,
  jti text not null,
  van_oin text not null,
  van_rol text not null,
  aan_oin text not null,
  aan_rol text not null,
  doel text not null,
  regel text not null,
  subject_id uuid,
  reden text not null,
  vervangen_door uuid check ((vervangen_door is not null) = (soort = 'rectificatie')),
  gevolg text not null check (gevolg in ('ingehouden', 'gevraagd', 'teruggegeven')),
  verklaring text not null,
  gemaakt_op timestamptz not null,
  uiterlijk timestamptz,
  primary key (region, id));
create unique index terugroeping_jti on terugroeping (region, tekenaar, jti);
create unique index terugroeping_eens on terugroeping (region, transactie, (soort = 'retour'));
create index terugroeping_van on terugroeping (region, van_oin, gemaakt_op) where soort = 'retour';

-- A message is forgotten after thirty days and its parcel is not: by which exchange it is known.
create index parcel_exchange on parcel (region, transaction_id);

-- What a receiver is told has a cause, and what it answers may be that a law makes it keep the data.
alter table rechtzetting add column oorzaak text not null default 'nacontrole'
  check (oorzaak in ('nacontrole', 'zaak', 'terugroeping', 'rectificatie'));
alter table rechtzetting_bevestigd drop constraint rechtzetting_bevestigd_gedaan_check;
alter table rechtzetting_bevestigd add constraint rechtzetting_bevestigd_gedaan_check
  check (gedaan in
    ('gerectificeerd', 'gewist', 'aangetekend', 'bewaard-om-wettelijke-plicht', 'niet-meer-aanwezig'));
alter table rechtzetting_bevestigd add column grond text
  check ((grond is not null) = (gedaan = 'bewaard-om-wettelijke-plicht'));

grant select, insert on terugroeping to sluis_append;
grant select, delete on terugroeping to sluis_wisser;
