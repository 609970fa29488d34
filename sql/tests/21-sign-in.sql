-- Signing in: guesses slow down, and nobody can be locked out by somebody elsewhere.
begin;
\ir given/district.sql
-- What an attempt counts for: the account, else the name as typed.
create function given.counted(name text) returns bytea language sql stable as $$
    select sha256(convert_to(coalesce((select account_id::text from account where sign_in_name = name), name), 'UTF8'))
$$;
create function given.refuse(name text, network text, times integer) returns void language sql as $$
    insert into sign_in_refusal (name_digest, network) select counted(name), refuse.network from generate_series(1, times)
$$;
-- The wait of an attempt, which leaves no trace.
create function given.wait_of(name text, network text) returns integer language plpgsql as $$
declare
    waits integer;
begin
    select seconds into waits from begin_sign_in(name, network);
    if waits = 0 then
        delete from sign_in_refusal where ctid = (select max(ctid) from sign_in_refusal
                                                  where name_digest = counted(name) and sign_in_refusal.network = wait_of.network);
    end if;
    return waits;
end
$$;

select no_plan();
select is(wait_of('owner', '203.0.113.1'), 0, 'the first try is free');
select refuse('owner', '203.0.113.1', 4) \g /dev/null
select is(wait_of('owner', '203.0.113.1'), 0, 'and so are four refusals');
create temp table waited (place integer, seconds integer);
do $$
begin
    for place in 5..14 loop
        perform refuse('owner', '203.0.113.1', 1);
        insert into waited values (place, wait_of('owner', '203.0.113.1'));
    end loop;
end
$$;
select is((select string_agg(seconds::text, ' ' order by place) from waited), '2 4 8 16 32 64 128 256 300 300', 'from the fifth on each waits twice as long, at most five minutes');

-- A stranger elsewhere.
select is(wait_of('owner', '10.0.0.1'), 0, 'the person''s own network is not slowed down');
select is(wait_of('owner', '203.0.113.2'), 0, 'nor is another one, yet');
select is(wait_of('colleague', '203.0.113.1'), 0, 'nor others who sign in where the stranger is');
select refuse('owner', '198.51.100.' || n, 1) from generate_series(1, 60) as n \g /dev/null
select cmp_ok(wait_of('owner', '203.0.113.2'), '>', 0, 'guessed from very many networks, the name waits on unknown ones');
select is(wait_of('owner', '10.0.0.1'), 0, 'never on a network that it signed in from: third parties can''t lock out');
update session set started_at = now() - interval '31 days' where network = '10.0.0.1';
select cmp_ok(wait_of('owner', '10.0.0.1'), '>', 0, 'known for 30 days');
update session set started_at = now() where network = '10.0.0.1';
select refuse('somebody' || n, '192.0.2.1', 1) from generate_series(1, 299) as n \g /dev/null
select is(wait_of('nobody yet', '192.0.2.1'), 0, 'a school behind one address may have 299 refusals');
select refuse('somebody', '192.0.2.1', 1) \g /dev/null
select is(wait_of('nobody yet', '192.0.2.1'), 2, 'then it waits');
select refuse('somebody' || n, '10.0.0.1', 1) from generate_series(1, 400) as n \g /dev/null
select is(wait_of('owner', '10.0.0.1'), 0, 'but never for a person who signed in from there: a neighbour can''t lock out');
update sign_in_refusal set refused_at = refused_at - interval '15 minutes';
select is(wait_of('owner', '203.0.113.1'), 0, 'after fifteen minutes all is forgotten');

-- An attempt counts until it has succeeded, and an account by itself, whichever of its names is typed.
select begin_sign_in('teacher', '10.0.0.7') from generate_series(1, 5) \g /dev/null
select is(wait_of('teacher', '10.0.0.7'), 2, 'guesses sent at once are seen');
select is(wait_of(' TEACHER ', '10.0.0.7'), 2, 'however it is typed');
select is(wait_of('n-teacher', '10.0.0.7'), 2, 'by employee number too');
select is((select count(*) from begin_sign_in('teacher', '10.0.0.7') where account_id is not null or password_hash is not null),
          0::bigint, 'who has to wait is told nothing');
delete from sign_in_refusal;

-- Accounts found, and sessions begun.
select is((select account_id from begin_sign_in(' Owner ', 'found')), id('account of owner'), 'found by name');
select is((select account_id from begin_sign_in('n-owner', 'found')), id('account of owner'), 'found by number');
select is((select count(account_id) from begin_sign_in('%', 'found')), 0::bigint, 'names are no patterns');
update account set sign_in_name = 'n-teacher' where sign_in_name = 'colleague';
select is((select account_id from begin_sign_in('n-teacher', 'found')), id('account of colleague'), 'a sign-in name goes before a number');
update account set status = 'disabled' where sign_in_name = 'owner';
select is((select count(account_id) from begin_sign_in('owner', 'found')), 0::bigint, 'a disabled account is not found');
update account set status = 'active', password_hash = null where sign_in_name = 'owner';
select is((select count(account_id) from begin_sign_in('owner', 'found')), 0::bigint, 'nor one without a password');
select refuse('teacher', '10.0.0.7', 5) \g /dev/null
select start_session(id('account of teacher'), digest('fresh'), '10.0.0.7', repeat('x', 300)) \g /dev/null
select is(wait_of('teacher', '10.0.0.7'), 0, 'signed in, the network''s refusals of the name are forgotten');
select results_eq($$select ends_at, length(device) from session where session_digest = digest('fresh')$$,
                  $$select now() + interval '12 hours', 200$$, 'a session lasts twelve hours, its device is kept short');
select is((select account_id from caller_for_session(digest('fresh'))), id('account of teacher'), 'and is the account''s');
select throws_ok($$select start_session(id('account of owner'), digest('fresh'), 'x', 'x')$$, '23505', null, 'a secret is used once');
select throws_ok($$select start_session(id('account of owner'), 'short', 'x', 'x')$$, '23514', null, 'a digest is a digest');
insert into sign_in_refusal values (digest('old'), 'x', now() - interval '25 hours');
select begin_sign_in('new', 'x') \g /dev/null
select is((select count(*) from sign_in_refusal where name_digest = digest('old')), 0::bigint, 'refusals are kept for a day');

select * from finish();
rollback;
