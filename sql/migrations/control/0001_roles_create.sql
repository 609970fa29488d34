-- 0001_roles_create.sql
-- Why: access is decided by roles that the whole cluster shares. Each is made only where missing, because another
-- database of the same cluster may have made it before. Who may do what: docs/adr/0003 and 0007.
-- Locks: none that a running district waits for.
do $$
declare
    wanted text;
begin
    foreach wanted in array array[
        'afterbell_owner',      -- owns schemas and tables; nobody signs in as it
        'afterbell_app',        -- grants and policies name it; every district role is a member
        'afterbell_signin',     -- accounts, sessions, role grants
        'afterbell_writer',     -- the only one that inserts entries and keeps derived tables
        'afterbell_importer',   -- rosters
        'afterbell_report'      -- views over total tables
    ] loop
        if not exists (select from pg_roles where rolname = wanted) then
            execute format('create role %I nologin noinherit', wanted);
        end if;
    end loop;
    if not exists (select from pg_roles where rolname = 'afterbell_server') then
        create role afterbell_server login noinherit;
    end if;
end
$$;
