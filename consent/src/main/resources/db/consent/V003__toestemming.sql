-- What was asked, and what people said to it. Both only grow; the state of a consent is computed
-- from them at the instant of use and is stored nowhere.

create table consent_ask (
  region text not null,
  id uuid not null,
  subject_id uuid not null,
  purpose text not null,
  sender_oin text not null,
  sender_role text not null,
  receiver_oin text not null,
  receiver_role text not null,
  categories text[] not null check (cardinality(categories) between 1 and 20),
  legal_function text not null
    check (legal_function in
      ('avg-toestemming', 'doorbreking-geheimhouding', 'convenant-waarborg')),
  valid_until timestamptz not null,
  one_off boolean not null,
  text_version text not null,
  text_hash text not null,
  text_language text not null,
  asked_at timestamptz not null,
  asked_by text not null,
  primary key (region, id),
  foreign key (region, subject_id) references subject (region, id));
create index consent_ask_scope on consent_ask
  (region, subject_id, purpose, sender_oin, receiver_oin, receiver_role);

-- Who had to say yes when it was asked: evidence only, for who must is established again at use.
create table consent_party (
  region text not null,
  ask_id uuid not null,
  person_id uuid not null,
  capacity text not null,
  primary key (region, ask_id, person_id),
  foreign key (region, ask_id) references consent_ask (region, id));

create table consent_event (
  region text not null,
  seq bigint generated always as identity,
  subject_id uuid not null,
  ask_id uuid not null,
  person_id uuid,
  type text not null check (type in (
    'ASKED', 'DEFERRED', 'GIVEN', 'REFUSED', 'WITHDRAWN', 'RENEWED', 'DISPUTED',
    'DISPUTE_RESOLVED', 'REVOKED_BY_CONTROLLER', 'INVALIDATED', 'EXPIRED', 'AGE_BOUNDARY',
    'AUTHORITY_CHANGED', 'SUBSTITUTED_BY_COURT', 'CORRECTED', 'CONSUMED', 'SUSPENDED_SAFETY')),
  -- Empty means every category of the ask.
  categories text[] not null,
  channel text check (channel in ('portaal', 'papier', 'mondeling')),
  other_parent_agrees boolean not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  expires_at timestamptz,
  recorded_by text not null,
  evidence_commitment bytea,
  evidence_sealed bytea,
  primary key (region, ask_id, seq),
  foreign key (region, ask_id) references consent_ask (region, id),
  -- Locking the subject's row therefore also stops a writer that forgot to lock it.
  foreign key (region, subject_id) references subject (region, id));
create unique index consent_consumed_once on consent_event (region, ask_id)
  where type = 'CONSUMED';

grant select, insert on consent_ask, consent_party, consent_event to sluis_append;
