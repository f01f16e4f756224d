"""A room's network in miniature: a laptop and a phone in network namespaces of their own, joined by a switch."""

import subprocess
import sys
from pathlib import Path
from types import TracebackType

_CHECKOUT = str(Path(__file__).parents[2])
LAPTOP, PHONE = "192.168.77.20", "192.168.77.44"
_KNOCK = (
    "import socket, sys; door = socket.socket(); door.settimeout(2); door.connect_ex((sys.argv[1], int(sys.argv[2])))"
)
_VISIT = "import sys, urllib.request\nprint(urllib.request.urlopen(sys.argv[1], timeout=float(sys.argv[2])).status)"
_POST = (
    "import sys\nfrom pathlib import Path\nsys.path.insert(0, sys.argv[1])\nfrom tests.program import post_answer\n"
    "print(post_answer(sys.argv[2], 'reflektion', {'tar-med': 'Att fråga en gång till.'}))"
)


class RoomNetwork:
    """Three namespaces that live as long as it is entered: laptop, phone, and the switch between them."""

    def __init__(self, *, isolated: bool = False) -> None:
        """``isolated`` keeps the switch from letting its devices hear each other, as guest networks do."""
        self._isolated = isolated
        self._keepers: list[subprocess.Popen[str]] = []

    def __enter__(self) -> "RoomNetwork":
        first = self._keeper(["unshare", "--user", "--map-root-user", "--net"])
        self.switch = first
        inside = ["nsenter", f"--target={first}", "--user", "--preserve-credentials", "unshare", "--net"]
        self.laptop, self.phone = self._keeper(inside), self._keeper(inside)
        self.run(self.switch, "ip link add name br0 type bridge && ip link set br0 up")
        self._plug(self.laptop, "wlan0", LAPTOP)
        self._plug(self.phone, "wlan0", PHONE)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for keeper in reversed(self._keepers):
            keeper.kill()
            keeper.wait()
            assert keeper.stdout is not None
            keeper.stdout.close()

    def wrapper(self) -> list[str]:
        """A command that runs another on the laptop."""
        return ["nsenter", f"--target={self.laptop}", "--user", "--net", "--preserve-credentials"]

    def on_phone(self, *arguments: str) -> list[str]:
        """A command that runs Python with these arguments on the phone."""
        return [*_into(self.phone), sys.executable, *arguments]

    def run(self, where: int, script: str) -> None:
        """Carry out a shell script in one of the namespaces; CalledProcessError when it fails."""
        subprocess.run([*_into(where), "sh", "-ec", script], check=True, capture_output=True)

    def knock(self, port: int, address: str = LAPTOP) -> None:
        """The phone tries to connect; whether it succeeds is not told."""
        # The two seconds begin with the try: to start may take longer than that.
        subprocess.run(self.on_phone("-c", _KNOCK, address, str(port)), check=True)

    def visit(self, url: str, patience: float = 60.0) -> bool:
        """The phone opens a page; whether it got it within so many seconds."""
        command = self.on_phone("-c", _VISIT, url, str(patience))
        done = subprocess.run(command, check=False, capture_output=True)
        return done.stdout.strip() == b"200"

    def answer(self, url: str) -> int:
        """The phone hands in an answer and gets this status."""
        command = [*_into(self.phone), sys.executable, "-c", _POST, _CHECKOUT, url]
        return int(subprocess.run(command, check=True, capture_output=True).stdout)

    def _keeper(self, command: list[str]) -> int:
        """A process that keeps a namespace alive, and says when it is there."""
        script = "ip link set lo up && echo ready $$ && exec sleep 1000"
        keeper = subprocess.Popen([*command, "sh", "-c", script], stdout=subprocess.PIPE, text=True)
        self._keepers.append(keeper)
        assert keeper.stdout is not None
        assert keeper.stdout.readline().startswith("ready")
        return keeper.pid

    def _plug(self, device: int, name: str, ip: str) -> None:
        port = f"p{device}"
        self.run(self.switch, f"ip link add name {port} type veth peer name far && ip link set far netns {device}")
        self.run(self.switch, f"ip link set {port} master br0 up")
        if self._isolated:
            self.run(self.switch, f"ip link set dev {port} type bridge_slave isolated on")
        self.run(device, f"ip link set far name {name} && ip addr add {ip}/24 dev {name} && ip link set {name} up")


def _into(where: int) -> list[str]:
    return ["nsenter", f"--target={where}", "--user", "--net", "--preserve-credentials"]
