"""Boots a machine in software that is a kiosk, lets systemd start the service on tty1, and visits it through the console.

usage: boot.py PACKAGE FOLDER

FOLDER/vm-root holds a Debian with a kernel and systemd (Scripts/soak makes it). The keys are those of the machine's keyboard, and
what stands on the screen is read out of the machine's console by a root shell on its serial line, which no kiosk has.
"""

import base64
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time

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


class Console:
    """The first console of a machine, in the form of `visitor.Terminal`."""

    def __init__(self, image, kernel, first, folder):
        places = [f"{folder}/{name}" for name in ("serial", "monitor")]
        self.machine = subprocess.Popen(
            ["qemu-system-x86_64", "-accel", "tcg", "-m", "1024", "-smp", "2", "-display", "none", "-vga", "std", "-no-reboot",
             "-drive", f"file={image},format=raw,if=virtio", "-kernel", kernel, "-initrd", first,
             "-append", "root=/dev/vda rw console=tty0 nomodeset quiet",
             "-chardev", f"socket,id=s,path={places[0]},server=on,wait=off", "-serial", "chardev:s",
             "-monitor", f"unix:{places[1]},server=on,wait=off"])
        self.serial, self.monitor = (self.reach(place) for place in places)
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
                return text
        return None

    @property
    def screen(self):
        said = self.ask("stty -F /dev/tty1 size; echo @$(base64 -w0 /dev/vcsu1)@")
        found = said and re.search(r"(\d+) (\d+)\s+@([A-Za-z0-9+/=]+)@", said)
        if not found:
            return ""
        columns = int(found.group(2))
        text = base64.b64decode(found.group(3)).decode("utf-32-le", errors="replace")
        return "\n".join(text[at:at + columns].rstrip() for at in range(0, len(text), columns)) + "\n"

    def press(self, *keys):
        for key in keys:
            self.monitor.sendall(f"sendkey {KEYS.get(key, key)}\n".encode())
            time.sleep(BETWEEN_KEYS)

    wait = visitor.Terminal.wait
    settled = visitor.Terminal.settled

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
    subprocess.run(["mke2fs", "-q", "-t", "ext4", "-d", root, image, "2G"], check=True)
    kernel, = root.glob("boot/vmlinuz-*")
    first, = root.glob("boot/initrd.img-*")
    return image, kernel, first


def expect(what, shown, console):
    print(("✔ " if shown else "✘ ") + what, flush=True)
    if not shown:
        print(console.screen)
        print(console.ask("systemctl status --no-pager -n 20 kneeguide-kiosk.service; journalctl -b --no-pager -n 30 -p warning"))
        raise SystemExit(1)


def main():
    package, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as sockets:
        console = Console(*make_image(package, folder), sockets)
        started = time.monotonic()
        try:
            while console.ask("true", 5) is None and time.monotonic() < started + 600:
                pass
            expect("the first screen stands on tty1", console.wait(r"> (1 )?\[ Start \]", 300), console)
            print(f"  after {time.monotonic() - started:.0f} s; " + "\n".join(console.screen.split("\n")[:1]))
            ready = console.ask("systemctl is-active kneeguide-kiosk.service getty@tty1.service")
            expect("systemd takes it for ready, and there is no login", "\nactive" in ready.replace("\r", "")
                   and "inactive" in ready, console)
            for key in ["ctrl-alt-delete", "alt-sysrq-b", "ctrl-alt-f2", "alt-f3", "ctrl-c", "ctrl-z", "ctrl-backslash"]:
                console.monitor.sendall(f"sendkey {key}\n".encode())
                time.sleep(1)
            seen = (console.ask("cat /sys/class/tty/tty0/active") or "").split()
            expect("no other console is reached, for there is none", "tty1" in seen, console)
            expect("it stands after the keys that would leave it", console.wait(r"> (1 )?\[ Start \]", 30), console)
            expect("a visit leads to the result", visitor.walk(console, r"^  Your result"), console)
            console.press("q")
            expect("it asks before it erases", console.wait("Stop and erase your answers"), console)
            console.press("2")
            expect("it says that nothing was kept", console.wait("Nothing was kept", 30), console)
            expect("the next visitor finds the first screen", console.wait(r"> (1 )?\[ Start \]", 60), console)
            console.ask("kill -9 $(systemctl show -P MainPID kneeguide-kiosk.service)")
            died = time.monotonic()
            expect("killed, it comes back", console.wait(r"> (1 )?\[ Start \]", 60), console)
            print(f"  after {time.monotonic() - died:.1f} s, in software")
        finally:
            console.close()


if __name__ == "__main__":
    main()
