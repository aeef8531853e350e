"""A proposal from its draft to its rating, by a member, the secretary and a handling unit, each with an account of their own."""
import datetime

from desk import expect

TITLE = "关于在老街南口增设公交停靠站的提案"
UNIT = "街道城市建设办公室"
RULES = "seeds/clocks/sichuan-2024.yaml"


def walk(walk):
    today = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))).date()
    walk.served.open_book("东河街道政协委员联络站")
    walk.served.command("rules", "adopt", RULES)
    for number, name in enumerate(["张建国", "李秀英"], 1):
        walk.served.record({"command": "member.join", "member": f"M{number}", "name": name, "from": f"{today.year}-01-01"})
    walk.served.start()
    secretary = walk.person("秘书")
    secretary.use_link(walk.served.first_link)
    member = account(secretary, "zhang", "委员", member="张建国")
    unit = account(secretary, "chengjian", "承办单位", unit=UNIT)

    draft_and_file(member)
    board(secretary, "已提交")
    secretary.click(TITLE)
    secretary.click("立案")
    secretary.click("记下")
    secretary.sees("已记下")
    board(secretary, "已立案")
    secretary.click(TITLE)
    secretary.click("交办")
    secretary.record("proposal.hand-over", lead=UNIT)
    board(secretary, "已交办")
    handle(unit)
    board(secretary, "已答复")
    rate(member)
    secretary.open("/proposals")
    secretary.click(TITLE)
    secretary.sees("办理结果评价：满意")
    unit.open("/proposals")
    unit.sees("没有权限")


def account(secretary, name, role, **scope):
    """A new account, whose owner chooses a password by the link that the administrator hands over."""
    secretary.click("管理")
    secretary.unfold("新建账号")
    form = secretary.page.locator("form", has=secretary.page.locator("[name=role]"))
    secretary.type_into(form.locator("[name=name]"), "账号", name)
    form.locator("[name=role]").select_option(label=role)
    for field, text in scope.items():
        secretary.type_into(form.locator(f"[name={field}]"), field, text)
    secretary.click("新建", within=form)
    link = secretary.page.locator("table.secrets code").inner_text()
    person = secretary.walk.person(role, is_phone=role == "委员")
    person.use_link(link)
    person.sees(name)
    return person


def draft_and_file(member):
    member.click("起草提案")
    member.record("proposal.draft", title=TITLE, kind="individual", signers="张建国", text="到卫生服务中心要步行一公里半。")
    member.click("回到首页")
    member.sees(TITLE)
    member.click(TITLE)
    member.click("提交提案")
    member.click("记下")
    member.sees("已记下")


def board(secretary, state):
    secretary.click("提案")
    column = secretary.page.locator(".board section", has=secretary.page.get_by_role("heading", name=state))
    expect(column.get_by_role("link", name=TITLE), f"the board has it under {state}").to_have_count(1)
    secretary.walk.says(f"{TITLE}：{state}")


def handle(unit):
    unit.open("/")
    unit.click(TITLE)
    unit.click("签收")
    unit.click("记下")
    unit.sees("已记下")
    unit.click("回到首页")
    unit.click(TITLE)
    unit.click("答复")
    unit.record("proposal.answer", **{"class": "A", "text": "八月底前建成停靠站一对并启用。"})
    unit.click("回到首页")


def rate(member):
    member.open("/")
    member.click(TITLE)
    member.sees("八月底前建成停靠站一对并启用")
    member.click("评价")
    member.record("proposal.rate", handling="satisfied", result="satisfied")
