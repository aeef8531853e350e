#!/usr/bin/env python3
"""Reads a book's iCalendar file with another program, and compares it with the status. Needs icalendar.

    python3 Tools/check_calendar.py MINUTEBOOK BOOK ROSTER...      ROSTER: the commands the members joined by
"""
import datetime, json, subprocess, sys

import icalendar

OCTETS_MAX = 75


def run(program, book, *arguments):
    return subprocess.run([program, *arguments, "--book", book], check=True, capture_output=True).stdout


def main(program, book, rosters):
    data = run(program, book, "calendar", "--ics", "--lang", "zh")
    lines = data.split(b"\r\n")
    assert lines.pop() == b"", "the file does not end with a line end"
    assert not any(b"\n" in line or b"\r" in line for line in lines), "a line ends otherwise than with CRLF"
    assert all(len(line) <= OCTETS_MAX for line in lines), "a line is too long"
    for line in lines:
        line.decode("utf-8")  # no character is cut in two

    calendar = icalendar.Calendar.from_ical(data)
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"], "no version, no product"
    events = {str(event["UID"]).rsplit("@", 1)[0]: event for event in calendar.walk("VEVENT")}
    assert len(events) == len(calendar.walk("VEVENT")), "two events have one UID"
    assert not calendar.errors and not any(event.errors for event in events.values()), "errors of parsing"
    assert all("DTSTAMP" in event and event["SUMMARY"] for event in events.values())

    status = json.loads(run(program, book, "status", "--json", "--lang", "zh"))
    for item in status["calendar"]:
        event = events[f"item-{item['id']}"]
        # A date said in words carries its interval beside them.
        when = item["when"]
        first, _, last = (when["interval"] if isinstance(when, dict) else when).partition("/")
        last_day = datetime.date.fromisoformat(last or first)
        assert event["SUMMARY"] == item["title"]["zh"], item
        assert event["DTSTART"].dt == datetime.date.fromisoformat(first), item
        assert event["DTEND"].dt == last_day + datetime.timedelta(days=1), item
    for target in status["targets"]:
        for index, part in enumerate(target["parts"], 1):
            is_open = part["state"] not in ("met", "missed")
            assert (f"due-{target['id']}-{index}" in events) == is_open, target["id"]
            if is_open:
                assert events[f"due-{target['id']}-{index}"]["DTSTART"].dt.isoformat() == part["due"], target["id"]

    birthdays = 0
    for roster in rosters:
        for line in open(roster, encoding="utf-8"):
            command = json.loads(line)
            event = events.get(f"birthday-{command.get('member')}")
            if command["command"] != "member.join" or event is None:
                continue
            birthdays += 1
            day = f"{event['DTSTART'].dt:%m-%d}"
            if command["birthday"] == "02-29":
                assert day in ("02-28", "02-29") and event["RRULE"]["BYMONTHDAY"] == [-1], command["member"]
            else:
                assert day == command["birthday"] and "BYMONTHDAY" not in event["RRULE"], command["member"]
            assert event["RRULE"]["FREQ"] == ["YEARLY"], command["member"]
            assert event["SUMMARY"].startswith(command["name"]), command["member"]
    hidden = icalendar.Calendar.from_ical(run(program, book, "calendar", "--ics", "--no-names"))
    assert len(hidden.walk("VEVENT")) == len(events) - birthdays, "without names there are birthdays, or not everything else"
    print(f"{book}: {len(events)} events read by icalendar, {len(status['calendar'])} items and {birthdays} birthdays as they should be")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
