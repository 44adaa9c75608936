-- Which wording was shown is proved by its hash. The partner's own word for it is free, so it could
-- hold anything: it stands in the row of the logbook, under the key of the person.
alter table consent_ask drop column text_version;
