-- Whether somebody talked with the family first; empty when no record says that.
alter table nacontrole_gezin add column gesproken boolean;

-- Which ordinary rule came nearest when it went out, and what stood in its way: found by the convenant when
-- it passes, so that nobody who looks back can choose it. `geen` when there was no ordinary road.
create table nacontrole_naaste (
  region text not null,
  transactie uuid not null,
  regel text not null,
  stond_in_de_weg text not null check (stond_in_de_weg in
    ('toestemming', 'voorwaarde', 'categorie', 'ontvanger', 'niets', 'geen-weg')),
  primary key (region, transactie),
  foreign key (region, transactie) references nacontrole (region, transactie));

grant select, insert on nacontrole_naaste to sluis_append;
grant select, delete on nacontrole_naaste to sluis_wisser;

-- What Sluis signed for the receiver of a report that was judged unjustified (AVG 19), and what the receiver
-- did with it. No content, and nothing about whom.
create table rechtzetting (
  region text not null,
  transactie uuid not null,
  aan_oin text not null,
  aan_rol text not null,
  doel text not null,
  van_oin text not null,
  subject_id uuid,
  jws text not null,
  gemaakt_op timestamptz not null,
  uiterlijk timestamptz not null,
  primary key (region, transactie),
  foreign key (region, transactie) references nacontrole_oordeel (region, transactie));
create index rechtzetting_aan on rechtzetting (region, aan_oin, gemaakt_op);

create table rechtzetting_bevestigd (
  region text not null,
  transactie uuid not null,
  gedaan text not null check (gedaan in ('gerectificeerd', 'gewist', 'aangetekend')),
  op timestamptz not null,
  primary key (region, transactie),
  foreign key (region, transactie) references rechtzetting (region, transactie));

grant select, insert on rechtzetting, rechtzetting_bevestigd to sluis_append;
grant select, delete on rechtzetting, rechtzetting_bevestigd to sluis_wisser;
