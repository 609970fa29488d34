"""A plain Python program that counts 8/40 overtime over the hours of Benchmarks/Value/People.swift: a known yardstick.

usage: value_yardstick.py SECONDS
"""

import sys
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("America/Los_Angeles")
FIRST = date(2025, 8, 4)
PEOPLE = 400
MASK = (1 << 64) - 1


def person(number):
    """The entries of one person: start and end in seconds after 1970, and the day after FIRST; and a rate."""
    chance = (number * 0x9E3779B97F4A7C15 + 1) & MASK

    def draw(below):
        nonlocal chance
        chance = (chance * 6364136223846793005 + 1442695040888963407) & MASK
        return (chance >> 33) % below

    entries = []
    for day in range(364):
        if not (day % 7 < 5 or (draw(4) == 0 and day % 7 == 5)):
            continue
        midnight = int(datetime.combine(FIRST + timedelta(days=day), datetime.min.time(), ZONE).timestamp())
        morning = midnight + (7 * 60 + 30 + draw(45)) * 60
        noon = morning + (200 + draw(60)) * 60
        draw(6)
        afternoon = noon + 30 * 60
        evening = afternoon + (240 + draw(120)) * 60
        draw(6)
        entries.append((morning, noon, day))
        entries.append((afternoon, evening, day))
    return entries, 2100 + draw(2000)


def value(entries, rate_cents):
    """Premium seconds and cents of 8/40 without pyramiding."""
    premium = 0
    week, week_count, day_now, day_count = -1, 0, -1, 0
    for start, end, day in entries:
        if day // 7 != week:
            week, week_count = day // 7, 0
        if day != day_now:
            day_now, day_count = day, 0
        seconds = end - start
        over_day = max(0, day_count + seconds - max(day_count, 28_800))
        plain = seconds - over_day
        over_week = max(0, week_count + plain - max(week_count, 144_000))
        premium += over_day + over_week
        day_count += seconds
        week_count += plain
    straight = sum(end - start for start, end, _ in entries) * rate_cents / 3600
    return premium, round(straight + premium * rate_cents / 7200)


def work(share):
    core, seconds = share
    people = [person(number) for number in range(core, PEOPLE, 2)]
    start = time.perf_counter()
    rounds, premium = 0, 0
    while time.perf_counter() - start < seconds:
        premium = sum(value(*one)[0] for one in people)
        rounds += 1
    return rounds * sum(len(entries) for entries, _ in people) / (time.perf_counter() - start), premium


def main():
    seconds = int(sys.argv[1])
    with ProcessPoolExecutor(2) as pool:
        results = list(pool.map(work, [(0, seconds), (1, seconds)]))
    print("entries_per_second", int(sum(speed for speed, _ in results)))
    print("premium_seconds_of_a_round", sum(premium for _, premium in results))


main()
