-- owner: afterbell_signin
-- Seconds left of a wait that doubles with each refusal past the free ones: 2, 4, 8 … at most 300.
create or replace function wait_after(past_free bigint, last_at timestamptz)
returns integer
language sql stable
as $$
    select case
        when past_free < 1 or last_at is null then 0
        else greatest(0, ceil(extract(epoch from
            last_at + make_interval(secs => least(300, 2 ^ least(past_free, 9)::integer)) - now()))::integer)
    end
$$;
comment on function wait_after is 'Seconds left of a doubling wait; 0 when none.';
