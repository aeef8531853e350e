"""What every walk uses: a person before a browser, whose clicks are counted, and pages that are looked at afterwards."""
import dataclasses, io, pathlib, re, sys, time

from playwright.sync_api import Error, TimeoutError, expect, sync_playwright
from PIL import Image
import zxingcpp

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from served import PASSWORD, Browser, Served  # noqa: E402

CHROMIUM = "/usr/bin/chromium"
PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True, "device_scale_factor": 2}
DESK = {"viewport": {"width": 1280, "height": 900}}
expect.set_options(timeout=10_000)


class Failed(Exception):
    """What was expected of a page, and was not so."""


@dataclasses.dataclass
class Effort:
    """What a newcomer does, and how long that takes by the keystroke-level model (Card, Moran and Newell 1983): 1.3 s to point
    and click, 0.28 s for a key, and 1.35 s to think before each button; the fields of a form are filled in one after another."""
    acts: list = dataclasses.field(default_factory=list)
    buttons: int = 0
    keys: int = 0

    def press(self, text):
        self.acts.append(text)
        self.buttons += 1

    def fill(self, text, value=""):
        self.acts.append(text)
        self.keys += len(value)

    @property
    def seconds(self):
        return 1.3 * len(self.acts) + 1.35 * self.buttons + 0.28 * self.keys


class Person:
    """Somebody with a browser of their own."""

    def __init__(self, walk, name, is_phone=False, language="zh-CN", has_script=True):
        self.walk, self.name = walk, name
        self.context = walk.chromium.new_context(
            locale=language, timezone_id="Asia/Shanghai", java_script_enabled=has_script, **(PHONE if is_phone else DESK))
        self.page = self.context.new_page()
        self.page.set_default_timeout(10_000)
        self.page.on("pageerror", lambda error: walk.faults.append(f"{self.page.url}: {error}"))
        self.page.on("console", self._console)
        walk.people.append(self)

    def _console(self, message):
        # What the network or a refusal brings is said by the page itself.
        if message.type == "error" and "Failed to load resource" not in message.text and "net::ERR" not in message.text and "Opener-Policy" not in message.text:
            self.walk.faults.append(f"{self.page.url}: {message.text}")

    def open(self, path):
        """Opens an address: a path of the site, or a whole one."""
        self.page.goto(path if path.startswith("http") else self.walk.served.origin + path)
        self.seen()

    def seen(self):
        self.walk.note(self)

    def click(self, text, within=None, exact=True):
        """Clicks the button or link with a text."""
        scope = within or self.page
        target = scope.get_by_role("button", name=text, exact=exact).or_(scope.get_by_role("link", name=text, exact=exact))
        self.click_on(target.first, text)

    def unfold(self, text):
        self.click_on(self.page.locator("summary", has_text=text).first, text)

    def click_on(self, target, text):
        self.walk.effort.press(f"{self.name}：{text}")
        target.click()
        self.seen()

    def type(self, label, text, exact=False):
        self.type_into(self.page.get_by_label(label, exact=exact).first, label, text)

    def type_into(self, field, label, text):
        self.walk.effort.fill(f"{self.name}：［{label}］", text)
        field.fill(text)

    def choose(self, label, text):
        self.walk.effort.fill(f"{self.name}：［{label}］{text}")
        self.page.get_by_label(label).first.select_option(label=text)

    def sees(self, text, within=None):
        expect((within or self.page.locator("body")), f"{self.name} sees {text!r}").to_contain_text(text, use_inner_text=True)

    def does_not_see(self, text):
        expect(self.page.locator("body"), f"{self.name} does not see {text!r}").not_to_contain_text(text, use_inner_text=True)

    def sign_in(self, name):
        self.open("/sign-in")
        self.type("账号", name)
        self.type("密码", PASSWORD)
        self.click("登录")
        self.sees(name)

    def use_link(self, link):
        """Chooses a password by a one-time link."""
        self.open(link)
        self.type("新密码", PASSWORD)
        self.click("设好密码并登录")

    def record(self, command, known=None, **fields):
        """Fills in the form of a command that is open, or opens it."""
        if f"/record/{command}" not in self.page.url:
            query = "&".join(f"{name}={value}" for name, value in (known or {}).items())
            self.open(f"/record/{command}" + ("?" + query if query else ""))
        for name, value in fields.items():
            field = self.page.locator(f"[name='{name.replace('__', '.')}']").first
            if not field.is_visible():
                self.unfold("其他栏目")
            if field.evaluate("element => element.tagName") == "SELECT":
                field.select_option(value)
            else:
                self.type_into(field, name, value)
        self.click("记下")
        self.sees("已记下")


class Walk:
    """One way through the pages, over a book of its own."""

    def __init__(self, chromium, program, folder, output, name):
        self.chromium, self.name, self.output = chromium, name, pathlib.Path(output)
        self.folder = pathlib.Path(folder) / name
        self.folder.mkdir(parents=True)
        self.served = Served(program, self.folder / f"{name}.db")
        self.people, self.faults, self.effort = [], [], Effort()
        # What each opened, to look at it afterwards.
        self.pages = set()
        self.begun = time.monotonic()

    def person(self, name, **options):
        return Person(self, name, **options)

    def note(self, person):
        url = person.page.url
        # Codes of the moment, links that are used up and what answers a form show nothing a second time.
        if url.startswith(self.served.origin) and not re.search(r"/(c|link)/|/admin/|/marks$", url):
            self.pages.add((person, url.removeprefix(self.served.origin)))

    def says(self, text):
        print(f"  {time.monotonic() - self.begun:6.1f} s  {text}", flush=True)

    def end(self):
        for person in self.people:
            person.context.close()
        self.served.stop()
        said = self.served.output.read_text()
        if " error " in said or "Fatal" in said:
            raise Failed(f"the server's output has an error: {said}")
        if self.faults:
            raise Failed("scripts failed: " + "; ".join(self.faults))

    def photograph_all(self):
        for number, person in enumerate(self.people):
            try:
                person.page.screenshot(path=self.output / f"failed-{self.name}-{number}-{person.name}.png", full_page=True)
            except Error:
                pass


def decoded(image):
    """The text of the QR code that a picture shows."""
    found = zxingcpp.read_barcodes(Image.open(io.BytesIO(image)))
    if len(found) != 1:
        raise Failed(f"{len(found)} codes are on the screen, not one")
    return found[0].text
