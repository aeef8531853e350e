"""A meeting with phones, for tools that press the server: each phone is registered, scans the screen's code and taps."""
import asyncio, json, re, urllib.parse, uuid

from PIL import Image, ImageDraw
import zxingcpp

from served import Browser, Served

MODULE_PIXELS = 6
# Few enough that a code is still good when the last of them has used it.
AT_ONCE = 40


def decoded(svg):
    """The text of a QR code that is drawn as squares of 1 in a path."""
    side = int(re.search(r'viewBox="0 0 (\d+)', svg).group(1))
    image = Image.new("L", (side * MODULE_PIXELS,) * 2, 255)
    draw = ImageDraw.Draw(image)
    for x, y in re.findall(r"M(\d+),(\d+)h1v1h-1z", svg):
        left, top = int(x) * MODULE_PIXELS, int(y) * MODULE_PIXELS
        draw.rectangle((left, top, left + MODULE_PIXELS - 1, top + MODULE_PIXELS - 1), fill=0)
    return zxingcpp.read_barcodes(image)[0].text


class Meeting:
    """A book whose members' phones are registered at one meeting, and check in at another."""

    def __init__(self, program, folder, count, today):
        self.served = Served(program, f"{folder}/pressed.db", host="127.0.0.1")
        self.served.open_book("履职簿压力试验")
        self.members = [f"M{number}" for number in range(1, count + 1)]
        self.served.record(
            *({"command": "member.join", "member": member, "name": f"委员{member}", "from": f"{today.year}-01-01"} for member in self.members),
            *(command for activity in ("A1", "A2") for command in (
                {"command": "activity.schedule", "activity": activity, "kind": "plenary", "title": f"会议 {activity}", "on": today.isoformat()},
                {"command": "activity.open", "activity": activity})))
        self.served.start()
        self.office = Browser(self.served).follow_first_link()

    def code(self, activity):
        status, text = self.office.send("GET", f"/screen/{activity}/code", accept="application/json")
        assert status == 200, f"the screen answers {status}: {text}"
        return urllib.parse.urlsplit(decoded(json.loads(text)["svg"])).path

    def register(self):
        """Every phone proves once whose it is.

        Returns the phones."""
        self.office.send("GET", "/admin")
        status, text = self.office.post("/admin/codes", {"members": ""})
        assert status == 200, f"issuing codes answers {status}"
        codes = dict(re.findall(r'<th scope="row">(M\d+) .*?<code class="address">([\d\s]+)</code>', text))
        assert len(codes) == len(self.members), f"{len(codes)} codes for {len(self.members)} members"
        phones = [Phone(self.served, member) for member in self.members]

        async def prove():
            for start in range(0, len(phones), AT_ONCE):
                code = self.code("A1")
                await asyncio.gather(*(phone.prove(code, codes[phone.member]) for phone in phones[start:start + AT_ONCE]))
        asyncio.run(prove())
        return phones

    def check_ins(self, activity):
        """The members that the log has as checked in, in its order, each as often as it has them."""
        return [entry["data"]["member"] for entry in self.served.entries()
                if entry["type"] == "attendance.checked-in" and entry["data"]["activity"] == activity]


class Phone:
    """A member's phone with the cookies of its browser."""

    def __init__(self, served, member):
        self.served, self.member, self.cookies = served, member, {}

    async def request(self, method, path, fields=None, accept="application/json"):
        reader, writer = await asyncio.open_connection(self.served.host, self.served.port)
        try:
            body = urllib.parse.urlencode(fields).encode() if fields is not None else b""
            head = [f"{method} {path} HTTP/1.1", f"Host: {self.served.host}:{self.served.port}", "Connection: close", f"Accept: {accept}"]
            if self.cookies:
                head.append("Cookie: " + "; ".join(f"{name}={value}" for name, value in self.cookies.items()))
            if fields is not None:
                head += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
            writer.write("\r\n".join(head).encode() + b"\r\n\r\n" + body)
            await writer.drain()
            headers, body = await answer(reader)
        finally:
            writer.close()
        for name, value in headers[1:]:
            if name == "set-cookie":
                name, value = value.split(";")[0].split("=", 1)
                self.cookies[name] = value
        return headers[0], body.decode()

    async def prove(self, code_path, personal_code):
        status, page = await self.request("GET", code_path, accept="text/html")
        assert status == 200, f"{self.member}: scanning answers {status}"
        status, text = await self.request("POST", code_path, {
            "ticket": ticket(page), "id": str(uuid.uuid4()), "name": self.member, "code": personal_code})
        assert json.loads(text)["outcome"] == "done", f"{self.member} is not registered: {text}"

    async def scan(self, code_path):
        status, page = await self.request("GET", code_path, accept="text/html")
        assert status == 200, f"{self.member}: scanning answers {status}"
        return ticket(page)

    async def tap(self, code_path, ticket, command):
        """Returns the status and what the phone is told."""
        status, text = await self.request("POST", code_path, {"ticket": ticket, "id": command, "member": self.member})
        return status, json.loads(text)


def ticket(page):
    return re.search(r'name="ticket" value="([^"]*)"', page).group(1)


async def answer(reader):
    """Status and headers, and the body of an answer that is read to its end."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
    headers = [int(head[0].split()[1])] + [(line.split(":", 1)[0].lower(), line.split(":", 1)[1].strip()) for line in head[1:] if line]
    names = dict(headers[1:])
    if names.get("transfer-encoding") == "chunked":
        body = b""
        while size := int(await reader.readline(), 16):
            body += await reader.readexactly(size)
            await reader.readline()
        return headers, body
    return headers, await reader.readexactly(int(names.get("content-length", 0)))


class Follower:
    """A page that follows the events, and asks for the count once something was recorded, as the pages' script does."""

    def __init__(self, served, cookies, activity):
        self.phone = Phone(served, "page")
        self.phone.cookies = cookies
        self.activity, self.present, self.reconnections, self.last = activity, None, 0, 0
        self.changed = asyncio.Event()

    async def run(self):
        await asyncio.gather(self.listen(), self.ask())

    async def listen(self):
        while True:
            try:
                served = self.phone.served
                reader, writer = await asyncio.open_connection(served.host, served.port)
                cookies = "; ".join(f"{name}={value}" for name, value in self.phone.cookies.items())
                writer.write((f"GET /api/events?after={self.last} HTTP/1.1\r\nHost: {served.host}:{served.port}\r\n"
                              f"Accept: text/event-stream\r\nCookie: {cookies}\r\n\r\n").encode())
                await reader.readuntil(b"\r\n\r\n")
                self.changed.set()
                while line := await reader.readline():
                    if line.startswith(b"id: "):
                        self.last = int(line[4:])
                        self.changed.set()
            except (OSError, asyncio.IncompleteReadError):
                pass
            self.reconnections += 1
            await asyncio.sleep(0.2)

    async def ask(self):
        while True:
            await self.changed.wait()
            self.changed.clear()
            await asyncio.sleep(0.2)
            try:
                status, text = await self.phone.request("GET", f"/api/live/{self.activity}?withoutNames=true")
                self.present = json.loads(text)["present"] if status == 200 else self.present
            except (OSError, asyncio.IncompleteReadError, ValueError):
                self.changed.set()
