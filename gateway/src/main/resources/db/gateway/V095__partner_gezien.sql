-- When each partner last came through the handshake and when and why it was last turned away: for who looks why a
-- connection does not work. Of organisations only; each gateway adds what it saw, the newest stays.
create table partner_gezien (
  region text not null,
  oin text not null,
  gelukt_op timestamptz,
  mislukt_op timestamptz,
  oorzaak text check (length(oorzaak) <= 60),
  primary key (region, oin));

grant select, insert, update (gelukt_op, mislukt_op, oorzaak) on partner_gezien to sluis_werk;
