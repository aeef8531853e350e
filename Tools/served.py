"""A book that the real program serves: for the tools that ask the server as people do."""
import html, http.client, json, os, pathlib, re, signal, socket, subprocess, time, urllib.parse

START_SECONDS_MAX = 30
PASSWORD = "walk the long way"


def free_port(host):
    with socket.socket() as found:
        found.bind((host, 0))
        return found.getsockname()[1]


def own_address():
    """This machine's address on its network, as phones have to use it; loopback where there is no network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as found:
        try:
            found.connect(("192.0.2.1", 9))  # Nothing is sent.
            return found.getsockname()[0]
        except OSError:
            return "127.0.0.1"


class Served:
    """A server over one book, with the program's own start, stop and commands."""

    def __init__(self, program, book, host=None):
        self.program, self.book = str(program), pathlib.Path(book)
        self.host = host or own_address()
        self.port = free_port(self.host)
        self.origin = f"http://{self.host}:{self.port}"
        self.output = self.book.with_suffix(".out")
        self.first_link = None
        self.process = None

    def command(self, *arguments, of_book=True):
        """Runs a command of the program on the book, and returns what it prints."""
        book = ["--book", str(self.book)] if of_book else []
        done = subprocess.run([self.program, *arguments, *book], capture_output=True, text=True)
        assert done.returncode == 0, f"{' '.join(arguments)}: {done.stdout}{done.stderr}"
        return done.stdout

    def open_book(self, name):
        self.command("book", "open", str(self.book), "--name", name, of_book=False)

    def record(self, *commands):
        """Records commands, as `minutebook record` takes them; all must be accepted."""
        lines = self.book.with_suffix(".commands")
        lines.write_text("".join(json.dumps(command, ensure_ascii=False) + "\n" for command in commands))
        return self.command("record", str(lines))

    def start(self):
        with self.output.open("w") as output:
            self.process = subprocess.Popen(
                [self.program, "serve", "--book", str(self.book), "--host", self.host, "--port", str(self.port), "--lang", "zh"],
                stdout=output, stderr=subprocess.STDOUT)
        end = time.monotonic() + START_SECONDS_MAX
        while time.monotonic() < end:
            said = self.output.read_text()
            if "网页：" in said and self.answers():
                link = re.search(r"http://\S+/link/(\S+)", said)
                self.first_link = self.first_link or link and f"{self.origin}/link/{link.group(1)}"
                return self
            assert self.process.poll() is None, f"the server ended: {said}"
            time.sleep(0.02)
        raise AssertionError(f"the server does not answer: {self.output.read_text()}")

    def answers(self):
        try:
            socket.create_connection((self.host, self.port), 1).close()
            return True
        except OSError:
            return False

    def stop(self):
        """As an office does: what was accepted is finished."""
        if self.process and self.process.poll() is None:
            self.process.terminate()
            assert self.process.wait(20) == 0, "the server did not end well"

    def kill(self):
        """As a power failure does to the program."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def entries(self):
        """All entries of the log."""
        target = self.book.with_suffix(".ndjson")
        target.unlink(missing_ok=True)
        self.command("log", "export", "-o", str(target))
        return [json.loads(line) for line in target.read_text().splitlines()]


class Browser:
    """As much of a browser as forms need: cookies, and the token of the page that was opened last."""

    def __init__(self, served):
        self.served, self.cookies, self.page = served, {}, ""

    def send(self, method, path, fields=None, accept="text/html"):
        connection = http.client.HTTPConnection(self.served.host, self.served.port, timeout=30)
        headers = {"Accept": accept, "Accept-Language": "zh-CN"}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        body = None
        if fields is not None:
            body = urllib.parse.urlencode(fields, doseq=True)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        for header in answer.headers.get_all("Set-Cookie") or []:
            name, value = header.split(";")[0].split("=", 1)
            self.cookies[name] = value
        connection.close()
        if accept == "text/html":
            self.page = text
        return answer.status, text

    def field(self, name):
        found = re.search(rf'name="{name}" value="([^"]*)"', self.page) or re.search(rf'data-{name}="([^"]*)"', self.page)
        return html.unescape(found.group(1)) if found else ""

    def post(self, path, fields, accept="text/html"):
        return self.send("POST", path, {**fields, "csrf": self.field("csrf")}, accept)

    def follow_first_link(self):
        """Signs in as the administrator of a server that was started for the first time."""
        path = urllib.parse.urlsplit(self.served.first_link).path
        self.send("GET", path)
        status, _ = self.post(path, {"name": "admin", "password": PASSWORD})
        assert status in (302, 303), f"the one-time link answers {status}"
        self.send("GET", "/")
        return self
