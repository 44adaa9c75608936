-- What Sluis signed for a receiver of data that their holder mended or erased because somebody asked (AVG 19), and what that receiver
-- did. No content, nothing about whom and not who asked. `rijen` are the rows by which the receiver got them: who may not see any of
-- these does not see that this receiver was told.
create table ontvangersbericht (
  region text not null,
  id uuid not null,
  nummer bigint generated always as identity,
  verzoek uuid not null,
  wat text not null check (wat in ('rectificatie', 'wissing')),
  aan_oin text not null,
  aan_rol text not null,
  rijen bigint[] not null check (cardinality(rijen) > 0),
  jws text not null,
  gemaakt_op timestamptz not null,
  uiterlijk timestamptz not null,
  primary key (region, id),
  foreign key (region, verzoek) references betrokkenenverzoek (region, id));
create unique index ontvangersbericht_eens on ontvangersbericht (region, verzoek, aan_oin, aan_rol);
create index ontvangersbericht_aan on ontvangersbericht (region, aan_oin, gemaakt_op);

create table ontvangersbericht_bevestigd (
  region text not null,
  bericht uuid not null,
  gedaan text not null check (gedaan in
    ('gerectificeerd', 'gewist', 'aangetekend', 'bewaard-om-wettelijke-plicht', 'niet-meer-aanwezig')),
  grond text check ((grond is not null) = (gedaan = 'bewaard-om-wettelijke-plicht')),
  op timestamptz not null,
  door text not null,
  primary key (region, bericht),
  foreign key (region, bericht) references ontvangersbericht (region, id));

grant select, insert on ontvangersbericht, ontvangersbericht_bevestigd to sluis_append;
grant select, delete on ontvangersbericht, ontvangersbericht_bevestigd to sluis_wisser;
