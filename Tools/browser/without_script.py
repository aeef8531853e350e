"""The pages work with scripts off: sign in, mark somebody by a tap, record by a form, check in on a phone."""
import datetime, re

from desk import decoded, expect


def walk(walk):
    today = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))).date()
    walk.served.open_book("东河街道政协委员联络站")
    for number, name in enumerate(["张建国", "李秀英"], 1):
        walk.served.record({"command": "member.join", "member": f"M{number}", "name": name, "from": f"{today.year}-01-01"})
    walk.served.record({"command": "activity.schedule", "activity": "A1", "kind": "study", "title": "学习会", "on": today.isoformat()})
    walk.served.start()
    secretary = walk.person("秘书", has_script=False)
    secretary.use_link(walk.served.first_link)
    secretary.click("退出")
    secretary.sign_in("admin")

    secretary.click("开始点名")
    secretary.click("会议开始")
    row = secretary.page.locator(".person", has_text="张建国")
    secretary.click("到会", within=row)
    secretary.sees("已登记 1 人")
    expect(secretary.page.locator("#present"), "one is there").to_have_text("1")

    secretary.click("管理")
    secretary.click("发签到码")
    slip = secretary.page.locator("table.secrets tr", has_text="李秀英")
    code = re.sub(r"\s", "", slip.locator("code").inner_text())
    secretary.open("/screen/A1")
    phone = walk.person("李秀英的手机", is_phone=True, has_script=False)
    phone.open(decoded(secretary.page.screenshot()))
    phone.type("姓名", "李秀英")
    phone.type("个人签到码", code)
    phone.click("签到")
    phone.sees("已签到")

    secretary.open("/")
    secretary.click("爱心捐助")
    secretary.record("donation.receive", kind="捐款", donor="东河商会", amount="500")
    assert any(entry["type"] == "donation.received" for entry in walk.served.entries()), "the donation is not on record"
