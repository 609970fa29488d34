-- owner: afterbell_signin
-- Seconds until a sign-in may be tried. Counted per name and network together: from the 5th refusal in 15 minutes the
-- wait doubles from 2 seconds to at most 5 minutes. A network that this account signed in from within 30 days is slowed
-- down by nothing else, so that a stranger elsewhere can't lock a person out, nor can a neighbour who guesses other
-- names. Other networks wait from their 300th refusal on, whatever the name, and a name guessed from very many networks
-- waits too.
create or replace function sign_in_wait(name_digest bytea, network text, is_known boolean)
returns integer
language sql stable
as $$
    select greatest(
        wait_after(count(*) filter (where refusal.name_digest = sign_in_wait.name_digest
                                    and refusal.network = sign_in_wait.network) - 4,
                   max(refusal.refused_at) filter (where refusal.name_digest = sign_in_wait.name_digest
                                                   and refusal.network = sign_in_wait.network)),
        case when not is_known then greatest(
            wait_after(count(*) filter (where refusal.network = sign_in_wait.network) - 299,
                       max(refusal.refused_at) filter (where refusal.network = sign_in_wait.network)),
            wait_after(count(*) filter (where refusal.name_digest = sign_in_wait.name_digest) - 49,
                       max(refusal.refused_at) filter (where refusal.name_digest = sign_in_wait.name_digest)))
        end)
    from sign_in_refusal as refusal
    where refusal.refused_at > now() - interval '15 minutes'
      and (refusal.name_digest = sign_in_wait.name_digest or refusal.network = sign_in_wait.network)
$$;
comment on function sign_in_wait is 'Seconds to wait before the next sign-in attempt of this name from this network.';
revoke execute on function sign_in_wait from public;
