"""From a new book to a meeting that is closed: members, codes, five phones, one by name, the figures and the report."""
import datetime, re, subprocess, time

from desk import Failed, decoded, expect
from served import PASSWORD

NAMES = ["张建国", "李秀英", "王海涛", "赵敏", "陈志强", "刘晓红"]
MEETING = "十一月学习会"
# A code is good in its own half minute and the next.
STALE_SECONDS = 61
NEWCOMER_SECONDS_MAX = 120
PLAN = """plan: L
title: {zh: 年度学习计划, en: Study plan of the year}
year: %d
points: 10
targets:
  - id: "1"
    title: {zh: 学习会, en: Study meetings}
    points: 10
    score: {each: 10}
    acts: {activities: study}
    require:
      - {activities: study, at-least: 1}
"""


def walk(walk):
    today = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))).date()
    walk.served.open_book("东河街道政协委员联络站")
    walk.served.start()
    secretary = walk.person("秘书")
    begun = time.monotonic()
    secretary.use_link(walk.served.first_link)
    secretary.sees("从这里开始")
    add_members(secretary, today)
    meeting = schedule(secretary, today)
    codes = issue_codes(secretary)
    open_meeting(secretary)
    screen, first_code = show_screen(walk, secretary)
    shown = time.monotonic()
    phones = [walk.person(f"{name}的手机", is_phone=True) for name in NAMES[:5]]
    check_in(phones[0], first_code, NAMES[0], codes[0])
    report_effort(walk, begun)
    second = walk.person("第二台电脑")
    second.sign_in("admin")
    second.open(f"/meetings/{meeting}/live")
    count(second, 1)

    twice(phones[0])
    for index in (1, 2, 3):
        check_in(phones[index], first_code if time.monotonic() - shown < 30 else code_on(screen), NAMES[index], codes[index])
    count(second, 4)
    undo(secretary, meeting, NAMES[3])
    count(second, 3)
    offline(phones[3], code_on(screen), NAMES[3])
    count(second, 4)
    by_initials(secretary, "lxh", NAMES[5])
    count(second, 5)
    stale(phones[4], first_code, shown, screen, codes[4])
    count(second, 6)
    expect(screen.page.locator("#present"), "the screen counts them").to_have_text("6")
    recorded_once(walk)
    close(secretary, meeting)
    explain(walk, secretary, today)
    report(walk, secretary, today)


def add_members(secretary, today):
    secretary.click("登记委员")
    for number, name in enumerate(NAMES):
        if number > 0:
            secretary.click("再记一条")
        secretary.type("姓名", name)
        # The day is the same for those who follow.
        if number == 0:
            secretary.type("任职起始日", f"{today.year}-1-1")
        secretary.click("记下")
        secretary.sees("已记下")


def schedule(secretary, today):
    secretary.click("今天")
    secretary.click("安排活动")
    secretary.type("标题", MEETING)
    secretary.type("类型", "学习")
    secretary.type_into(secretary.page.locator("[name=on]"), "时间", today.isoformat())
    secretary.type("地点", "二楼会议室")
    secretary.click("记下")
    secretary.sees("已记下")
    secretary.click("今天")
    secretary.sees(MEETING)
    address = secretary.page.get_by_role("link", name=MEETING).first.get_attribute("href")
    return address.rsplit("/", 1)[1]


def issue_codes(secretary):
    secretary.click("管理")
    secretary.click("发签到码")
    slips = secretary.page.locator("table.secrets tr")
    expect(slips, "a slip for each member").to_have_count(len(NAMES))
    codes = []
    for index, name in enumerate(NAMES):
        slip = slips.nth(index)
        secretary.sees(name, slip)
        code = slip.locator("code").inner_text()
        if not re.fullmatch(r"\d{8}", re.sub(r"\s", "", code)):
            raise Failed(f"{name}'s code is {code!r}, not 8 digits")
        codes.append(code)
    return codes


def open_meeting(secretary):
    secretary.click("今天")
    secretary.click("开始点名")
    secretary.click("会议开始")
    expect(secretary.page.get_by_role("button", name="会议开始"), "it is opened once").to_have_count(0)


def show_screen(walk, secretary):
    """The screen is the secretary's second window."""
    live = secretary.page.url
    secretary.click("会场大屏")
    screen = walk.person("大屏")
    screen.context.add_cookies(secretary.context.cookies())
    screen.open(secretary.page.url)
    secretary.open(live)
    return screen, code_on(screen)


def code_on(screen):
    """The address in the picture of the screen, as a phone's camera reads it."""
    address = decoded(screen.page.screenshot())
    if not address.startswith(screen.walk.served.origin + "/c/"):
        raise Failed(f"the code leads to {address}")
    return address


def check_in(phone, address, name, code):
    phone.open(address)
    phone.type("姓名", name)
    phone.type("个人签到码", code)
    phone.click("签到")
    phone.sees("已签到")
    phone.walk.says(f"{phone.name}：已签到")


def report_effort(walk, begun):
    effort = walk.effort
    walk.says(f"from first start to the first recorded check-in: {time.monotonic() - begun:.1f} s by this program, "
              f"{len(effort.acts)} clicks and {effort.keys} keys; a person takes about {effort.seconds:.0f} s")
    for act in effort.acts:
        print(f"            {act}")
    if effort.seconds > NEWCOMER_SECONDS_MAX:
        raise Failed(f"a newcomer takes {effort.seconds:.0f} s, more than {NEWCOMER_SECONDS_MAX}")


def count(person, present):
    """Without a reload: the page follows."""
    expect(person.page.locator("#present"), f"{person.name} sees how many are there").to_have_text(str(present))


def twice(phone):
    phone.click(NAMES[0] + " 签到")
    phone.sees("已签过了")


def undo(secretary, meeting, name):
    row = secretary.page.locator(".person", has_text=name)
    expect(row.locator(".standing"), f"{name} is there").to_contain_text("已到")
    secretary.click("记错了", within=row)
    expect(row.get_by_role("button", name="到会", exact=True), f"{name} can be marked again").to_be_visible()


def offline(phone, address, name):
    """A tap without a network is kept, and sent once when it is back."""
    phone.open(address)
    phone.context.set_offline(True)
    phone.click(name + " 签到")
    phone.sees("已记下，尚未送达")
    phone.does_not_see("已签到")
    phone.context.set_offline(False)
    phone.sees("已签到")
    expect(phone.page.locator("#kept"), "nothing is kept any more").to_be_hidden()


def by_initials(secretary, initials, name):
    secretary.type("姓名、拼音首字母或编号", initials)
    secretary.click("登记")
    expect(secretary.page.locator(".person", has_text=name).locator(".standing"), f"{name} is there").to_contain_text("已到")


def stale(phone, old, shown, screen, code):
    time.sleep(max(0, STALE_SECONDS - (time.monotonic() - shown)))
    phone.open(old)
    phone.sees("这个二维码已经换掉了")
    expect(phone.page.get_by_label("个人签到码"), "a stale code asks for nothing").to_have_count(0)
    check_in(phone, code_on(screen), NAMES[4], code)


def recorded_once(walk):
    entries = walk.served.entries()
    check_ins = [entry["data"]["member"] for entry in entries if entry["type"] == "attendance.checked-in"]
    # The fourth was undone, and checked in again.
    if len(check_ins) != 7 or len(set(check_ins)) != 6:
        raise Failed(f"check-ins on record: {check_ins}")


def close(secretary, meeting):
    secretary.click("活动办结")
    secretary.click("记下")
    secretary.sees("已记下")
    secretary.open("/meetings")
    secretary.sees("6/6", secretary.page.locator("tr", has_text=MEETING))
    secretary.open(f"/meetings/{meeting}")
    secretary.sees("已办结")


def explain(walk, secretary, today):
    """The office adopts a plan with the program while the pages are open."""
    plan = walk.folder / "plan.yaml"
    plan.write_text(PLAN % today.year)
    walk.served.command("plan", "adopt", str(plan))
    secretary.click("计划")
    secretary.sees("学习会")
    secretary.click_on(secretary.page.locator("table a[href$='/plan/1']:visible").first, "1")
    secretary.sees(MEETING)


def report(walk, secretary, today):
    secretary.click("报告")
    secretary.choose("年度", str(today.year))
    secretary.click("生成报告")
    secretary.sees("学习会")
    printed = walk.output / "report.pdf"
    printed.write_bytes(secretary.page.pdf(format="A4"))
    text = subprocess.run(["pdftotext", "-layout", printed, "-"], check=True, capture_output=True, text=True).stdout
    for expected in (MEETING, "东河街道政协委员联络站"):
        if expected not in re.sub(r"\s", "", text):
            raise Failed(f"the printed report lacks {expected}")
