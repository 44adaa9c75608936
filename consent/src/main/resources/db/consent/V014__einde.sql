-- What a correction says was wrong: the event it names, which stays as it is.
alter table consent_event add column corrects bigint;
alter table consent_event add check ((type = 'CORRECTED') = (corrects is not null));
