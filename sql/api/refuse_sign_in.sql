-- owner: afterbell_signin
-- Notes a refused sign-in; forgets those older than a day.
create or replace function refuse_sign_in(name_digest bytea, network text)
returns void
language plpgsql security definer
set search_path from current
as $$
begin
    insert into sign_in_refusal (name_digest, network) values (refuse_sign_in.name_digest, refuse_sign_in.network);
    delete from sign_in_refusal where refused_at < now() - interval '1 day';
end
$$;
comment on function refuse_sign_in is 'Notes a refused sign-in.';
revoke execute on function refuse_sign_in from public;
grant execute on function refuse_sign_in to afterbell_app;
