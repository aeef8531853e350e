"""A member sees how their points add up, objects, and reads the office's answer."""
import datetime

from proposal import account

PLAN = """plan: K
title: {zh: 委员履职考核, en: Assessment of members}
year: %d
targets:
  - id: 考勤
    title: {zh: 参加会议, en: Attendance}
    for: member
    points: 20
    score: {award: {present: 10}}
    acts: {activities: [meeting, study]}
"""
WHY = "十月学习会我到会了，名单上漏记。"
ANSWER = "已核对签到表，补记十月学习会出席。"


def walk(walk):
    today = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))).date()
    walk.served.open_book("东河街道政协委员联络站")
    plan = walk.folder / "plan.yaml"
    plan.write_text(PLAN % today.year)
    for number, name in enumerate(["张建国", "李秀英"], 1):
        walk.served.record({"command": "member.join", "member": f"M{number}", "name": name, "from": f"{today.year}-01-01", "occurred": f"{today.year}-01-01"})
    walk.served.command("plan", "adopt", str(plan))
    for activity, day in (("A1", today - datetime.timedelta(days=40)), ("A2", today - datetime.timedelta(days=10))):
        walk.served.record({"command": "activity.schedule", "activity": activity, "kind": "study", "title": f"{day.month} 月学习会", "on": day.isoformat(), "occurred": day.isoformat()})
        walk.served.record({"command": "attendance.check-in", "activity": activity, "member": "M2", "occurred": day.isoformat()})
    walk.served.record({"command": "attendance.check-in", "activity": "A2", "member": "M1", "occurred": day.isoformat()})
    walk.served.start()
    secretary = walk.person("秘书")
    secretary.use_link(walk.served.first_link)
    member = account(secretary, "zhang", "委员", member="张建国")

    member.sees("近期会议")
    member.click("为什么")
    member.sees("参加会议")
    member.click("履职簿")
    member.click("提出申诉")
    member.record("appeal.file", plan="K", why=WHY)

    secretary.click("今天")
    secretary.sees("等待答复")
    secretary.open("/appeals")
    secretary.sees(WHY)
    secretary.click("今天")
    # The form knows which appeal it is about.
    secretary.click("答复申诉")
    secretary.record("appeal.answer", outcome="upheld", answer=ANSWER)
    secretary.click("今天")
    secretary.does_not_see("等待答复")

    member.open("/")
    member.sees(ANSWER)
