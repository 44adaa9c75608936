-- A consent for one time is used up by one parcel. Who lost that parcel on the way may ask for it
-- again until it is confirmed; for any other the consent is gone.
alter table consent_event add column used_for uuid;
