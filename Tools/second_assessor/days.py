"""Days, months and parts of the year, and dates as people write them."""
import calendar
import re
from datetime import date, datetime, timedelta, timezone

BEIJING = timezone(timedelta(hours=8))
NUMERALS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}


def day(text):
    """The day of a date, or of a time by the clock of the book."""
    if isinstance(text, date):
        return text
    if "T" in text:
        return datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(BEIJING).date()
    return date.fromisoformat(text)


def span(occurred):
    """The first and the last day of what an entry says."""
    if isinstance(occurred, dict):
        occurred = occurred["interval"]
    first, _, last = str(occurred).partition("/")
    return day(first), day(last or first)


def plus_months(start, months):
    """The same day so many months on; the last day of a month that has no such day."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def parts(first, last, months):
    """A plan's days in parts of so many months."""
    found, number = [], 0
    while plus_months(first, months * number) <= last:
        begin = plus_months(first, months * number)
        found.append((begin, min(last, plus_months(first, months * (number + 1)) - timedelta(1))))
        number += 1
    return found


def month_days(year, month, until=None):
    until = until or month
    return date(year, month, 1), date(year, until, calendar.monthrange(year, until)[1])


def when(text, first, last):
    """The days of `within`: a date, words, or the name of a part of the plan's days."""
    text = str(text).strip()
    try:
        return span(text)
    except ValueError:
        pass
    for pattern, months in ((r"第(.)季度", 3), (r"(上|下)半年", 6), (r"第(.)年", 12)):
        if match := re.fullmatch(pattern, text):
            number = {"上": 1, "下": 2}.get(match[1]) or NUMERALS[match[1]]
            return parts(first, last, months)[number - 1]
    english = {"first": 1, "second": 2, "third": 3, "fourth": 4}
    if match := re.fullmatch(r"(\w+) (quarter|half|year)", text):
        return parts(first, last, {"quarter": 3, "half": 6, "year": 12}[match[2]])[english[match[1]] - 1]
    match = re.fullmatch(r"(\d{4})年(.*)", text)
    year, rest = int(match[1]), match[2]
    if quarter := re.fullmatch(r"第(.)季度", rest):
        end = NUMERALS[quarter[1]] * 3
        return month_days(year, end - 2, end)
    if rest in ("上半年", "下半年"):
        return month_days(year, 1, 6) if rest == "上半年" else month_days(year, 7, 12)
    months = re.fullmatch(r"(\d+)(?:[—-](\d+))?月", rest)
    return month_days(year, int(months[1]), int(months[2] or months[1]))
