"""Every page that a walk opened is looked at again: in both languages, on a phone and a desk, light and dark, by axe and by eye."""
import re

from axe_playwright_python.sync_playwright import Axe

from desk import DESK, PHONE, Failed

LANGUAGES = {"zh": "zh-CN", "en": "en-GB"}
SIZES = {"phone": PHONE, "desk": DESK}
# What a Chinese page may say in Latin letters: names of people's accounts, numbers of things, an address.
# Files of their own, whose bytes are verified: they change by a new rendering, and have tests there.
FILES = "/reports/annual"
LATIN_ALLOWED = re.compile(r"https?://\S+|\b[A-Z]{0,3}\d[\w.:-]*|\b[A-Z]{1,2}\b|English|admin|JSON|CSV|Android|Linux|zhang|chengjian")


def survey(walk, known):
    """`known`: the kinds of pages that earlier walks had, by who saw them; each is looked at once."""
    axe, found, looked = Axe(), [], 0
    for person in walk.people:
        pages = []
        for path in sorted(path for whose, path in walk.pages if whose is person):
            kind = (person.name, re.sub(r"\d+", "0", path.split("?")[0]))
            if kind not in known and not path.startswith(FILES):
                known.add(kind)
                pages.append(path)
        looked += len(pages)
        state = person.context.storage_state()
        for language, size in ((language, size) for language in LANGUAGES for size in SIZES):
            found += views(walk, axe, person, pages, language, size, state)
    walk.says(f"{looked} pages looked at")
    if found:
        raise Failed("\n".join(dict.fromkeys(found)))


def views(walk, axe, person, pages, language, size, state):
    context = walk.chromium.new_context(locale=LANGUAGES[language], timezone_id="Asia/Shanghai", storage_state=state, **SIZES[size])
    page = context.new_page()
    for path in pages:
        page.goto(walk.served.origin + path + ("&" if "?" in path else "?") + "lang=" + language)
        where = f"{path} ({person.name}, {language}, {size})"
        name = re.sub(r"\W+", "-", path.split("?")[0]).strip("-") or "first"
        page.screenshot(path=walk.output / f"{walk.name}-{person.name}-{name}-{language}-{size}.png", full_page=True)
        yield from looked_at(page, where, language)
        # A phone by day in Chinese, a desk by night in English: every pair of colours is seen.
        if (language, size) == ("zh", "phone"):
            yield from (f"{where}: {text}" for text in violations(axe, page))
        if (language, size) == ("en", "desk"):
            page.emulate_media(color_scheme="dark")
            yield from (f"{where}, dark: {text}" for text in violations(axe, page))
            page.emulate_media(color_scheme="light")
    context.close()


def violations(axe, page):
    for rule in axe.run(page).response["violations"]:
        if rule["impact"] in ("serious", "critical"):
            nodes = "; ".join(node["html"][:120] + " " + (node["failureSummary"] or "")[:300].replace("\n", " ") for node in rule["nodes"][:3])
            yield f"{rule['id']} ({rule['impact']}): {nodes}"


def looked_at(page, where, language):
    """What an eye would stumble over, as far as a program can tell."""
    width = page.viewport_size["width"]
    scroll = page.evaluate("document.documentElement.scrollWidth")
    if scroll > width:
        yield f"{where}: the page is {scroll} px wide"
    if language == "zh":
        text = page.locator("body").inner_text()
        words = set(re.findall(r"[A-Za-z]{3,}[\w.-]*", LATIN_ALLOWED.sub("", text)))
        if words:
            yield f"{where}: English or codes: {' '.join(sorted(words)[:12])}"
