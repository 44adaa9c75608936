-- What somebody read on a screen before speaking: the SHA-256 of it, in which language, and which
-- version of the texts. Of words that were spoken, or written on paper, there is none.
alter table consent_event add column tekst_hash text;
alter table consent_event add column tekst_taal text;
alter table consent_event add column tekst_versie text;
alter table consent_event add constraint consent_event_tekst check (
  (tekst_hash is null) = (tekst_taal is null)
  and (tekst_hash is null) = (tekst_versie is null)
  and tekst_hash ~ '^[0-9a-f]{64}$'
  and tekst_taal ~ '^[a-z]{2}$'
  and tekst_versie ~ '^[0-9a-f]{64}$');
