-- Four capacities, so that no single credential can both write and erase.
-- The owner runs the migrations; the gateway logs in as `sluis_gateway`, the eraser as `sluis_wisser`.
do $$
begin
  if not exists (select from pg_roles where rolname = 'sluis_append') then
    create role sluis_append nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'sluis_werk') then
    create role sluis_werk nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'sluis_gateway') then
    create role sluis_gateway login;
  end if;
  if not exists (select from pg_roles where rolname = 'sluis_wisser') then
    create role sluis_wisser login;
  end if;
  grant sluis_append, sluis_werk to sluis_gateway;
exception
  when duplicate_object then null;
end
$$;
