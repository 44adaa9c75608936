-- When a task was done, so that it can be said whether that was in time. What was done before this is not known to have been.
alter table taak add column afgehandeld_op timestamptz;
create index taak_van_week on taak (region, organisatie, uiterlijk);
grant update (afgehandeld_op) on taak to sluis_werk;

-- The number under which the authority knows a breach. What was told before this has it in the words of its row.
alter table zaak_stap
  add column meldnummer text check (meldnummer ~ '^[A-Z0-9][A-Z0-9-]{3,39}$'),
  add constraint zaak_stap_meldnummer check ((meldnummer is not null) = (stap = 'ap-gemeld')) not valid;
