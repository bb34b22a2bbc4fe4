"""A machine in software that is a kiosk: its disk with the package on it, and its console, keys, panel and pixels."""

import base64
import json
import operator
import pathlib
import re
import shutil
import socket
import subprocess
import time
import typing

import visitor

KEYS = {"Enter": "ret", "Down": "down", "Up": "up", "Right": "right", "End": "end", "Tab": "tab"}
BETWEEN_KEYS = 0.15

PROBE = """[Unit]
DefaultDependencies=no
[Service]
ExecStart=/bin/sh
StandardInput=tty
StandardOutput=tty
StandardError=tty
TTYPath=/dev/ttyS0
Restart=always
[Install]
WantedBy=sysinit.target
"""


class Picture(typing.NamedTuple):
    """What the graphics card shows: three bytes a pixel, none where it cannot be had."""

    width: int = 0
    height: int = 0
    pixels: bytes = b""

    def is_like(self, other):
        """The same but for a few dots: where letters meet, their edges depend on which was drawn first."""
        same = (self.width, self.height) == (other.width, other.height)
        return same and 1000 * sum(map(operator.ne, self.pixels, other.pixels)) <= len(self.pixels)

    def boxes(self):
        """The first and the last line of each box that leaves the right side of the screen free."""
        lines = []
        for line in range(self.height):
            row = self.pixels[3 * line * self.width:3 * (line + 1) * self.width:3]
            left, right = (row[int(start * self.width):int(end * self.width)] for start, end in ((0.05, 0.45), (0.6, 0.95)))
            if min(left) > 128 > max(right):
                if lines and line == lines[-1][1] + 1:
                    lines[-1][1] = line
                else:
                    lines.append([line, line])
        return [(first[0], last[1]) for first, last in zip(lines[::2], lines[1::2])]


class Console:
    """The first console of a machine, in the form of `visitor.Terminal`."""

    def __init__(self, image, kernel, first, folder):
        self.folder = folder
        places = [f"{folder}/{name}" for name in ("serial", "monitor", "control")]
        for place in places:
            pathlib.Path(place).unlink(missing_ok=True)
        self.machine = subprocess.Popen(
            ["qemu-system-x86_64", "-accel", "tcg", "-m", "1024", "-smp", "2", "-display", "none", "-vga", "std", "-no-reboot",
             "-drive", f"file={image},format=raw,if=virtio", "-kernel", kernel, "-initrd", first,
             "-append", "root=/dev/vda rw console=tty0 consoleblank=0 init_on_free=1 quiet",
             "-device", "qemu-xhci", "-device", "usb-tablet",
             "-chardev", f"socket,id=s,path={places[0]},server=on,wait=off", "-serial", "chardev:s",
             "-monitor", f"unix:{places[1]},server=on,wait=off", "-qmp", f"unix:{places[2]},server=on,wait=off"])
        self.serial, self.monitor, self.control = (self.reach(place) for place in places)
        self.order("qmp_capabilities")
        self.said = 0

    @staticmethod
    def reach(place):
        for _ in range(100):
            try:
                line = socket.socket(socket.AF_UNIX)
                line.connect(place)
                return line
            except OSError:
                line.close()
                time.sleep(0.1)
        raise RuntimeError(f"qemu does not open {place}")

    def ask(self, command, seconds=20):
        """What a shell in the machine says to a command; None where it says nothing yet."""
        self.said += 1
        self.serial.settimeout(1)
        # The shell echoes what is typed, where the mark is written otherwise.
        self.serial.sendall(f"{command}; echo end-of-''{self.said}-\n".encode())
        text, end = "", time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                text += self.serial.recv(65536).decode(errors="replace")
            except TimeoutError:
                continue
            if f"end-of-{self.said}-" in text:
                # Its prompt may come as late as after the echo.
                return re.sub("^# ", "", text.replace("\r", ""), flags=re.M)
        return None

    def order(self, what, **arguments):
        """Tells the machine itself to do something."""
        self.control.sendall(json.dumps({"execute": what, "arguments": arguments}).encode())

    @property
    def screen(self):
        said = self.ask("stty -F /dev/tty1 size; echo @$(base64 -w0 /dev/vcsu1)@")
        found = said and re.search(r"(\d+) (\d+)\s+@([A-Za-z0-9+/=]+)@", said)
        if not found:
            return ""
        columns = int(found.group(2))
        text = base64.b64decode(found.group(3)).decode("utf-32-le", errors="replace")
        return "\n".join(text[at:at + columns].rstrip() for at in range(0, len(text), columns)) + "\n"

    def picture(self):
        """What the graphics card shows."""
        place = pathlib.Path(self.folder) / "screen.ppm"
        place.unlink(missing_ok=True)
        self.monitor.sendall(f"screendump {place}\n".encode())
        for _ in range(50):
            time.sleep(0.1)
            seen = place.read_bytes() if place.exists() else b""
            header = re.match(rb"P6\s(\d+) (\d+)\s\d+\s", seen)
            if header and len(seen) == header.end() + 3 * int(header.group(1)) * int(header.group(2)):
                return Picture(int(header.group(1)), int(header.group(2)), seen[header.end():])
        return Picture()

    def press(self, *keys):
        for key in keys:
            self.monitor.sendall(f"sendkey {KEYS.get(key, key)}\n".encode())
            time.sleep(BETWEEN_KEYS)

    def touch(self, across, down):
        """Presses and lets go at a place of the screen, each from 0 to 1."""
        for axis, part in (("x", across), ("y", down)):
            self.order("input-send-event", events=[{"type": "abs", "data": {"axis": axis, "value": int(32767 * part)}}])
        for is_down in (True, False):
            time.sleep(0.3)
            self.order("input-send-event", events=[{"type": "btn", "data": {"button": "left", "down": is_down}}])

    wait = visitor.Terminal.wait
    settled = visitor.Terminal.settled

    def until(self, holds, seconds):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if holds():
                return True
            time.sleep(0.5)
        return False

    def close(self):
        self.machine.terminate()
        self.machine.wait(20)


def make_image(package, folder):
    """A disk with the machine on it: the package is installed, and it is a kiosk."""
    root = folder / "vm-root"
    shutil.copy(package, root / "tmp/kneeguide.deb")
    for words in [["dpkg", "--force-confold", "-i", "/tmp/kneeguide.deb"], ["kneeguide-kiosk", "--without-ssh", "on"]]:
        subprocess.run(["chroot", root, *words], check=True)
    (root / "etc/fstab").write_text("/dev/vda / ext4 defaults 0 1\n")
    config = root / "etc/kneeguide/kiosk.conf"
    config.write_text("clinic = North Clinic\nthanks-seconds = 10\n")
    (root / "etc/systemd/system/probe.service").write_text(PROBE)
    subprocess.run(["chroot", root, "systemctl", "--quiet", "enable", "probe.service"], check=True)
    image = folder / "vm.img"
    image.unlink(missing_ok=True)
    subprocess.run(["mke2fs", "-q", "-t", "ext4", "-d", root, image, "3G"], check=True)
    kernel, = root.glob("boot/vmlinuz-*")
    first, = root.glob("boot/initrd.img-*")
    return image, kernel, first
