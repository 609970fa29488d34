-- 0003_sealer_create.sql
-- Why: the evidence log has a service of its own: it alone writes events, and puts them in order. Who may do what:
-- docs/adr/0007 and 0011. Locks: none that a running district waits for.
do $$
begin
    if not exists (select from pg_roles where rolname = 'afterbell_sealer') then
        create role afterbell_sealer nologin noinherit;
    end if;
end
$$;
