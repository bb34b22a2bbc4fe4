"""Boots a machine in software that is a kiosk, lets systemd start the service on tty1, and visits it through the console.
Then makes it a kiosk for a finger, boots it again, and sees that Xorg shows the kiosk in xterm.

usage: boot.py PACKAGE FOLDER

FOLDER/vm-root holds a Debian with a kernel, systemd, type for the console and Xorg (Scripts/soak makes it). The keys are those of the
machine's keyboard, and what stands on the screen is read out of the machine's console by a root shell on its serial line, which no
kiosk has; of Xorg there are the pixels.
"""

import base64
import json
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
TOUCH = ["kneeguide-touch-display.service", "kneeguide-kiosk-touch.service"]

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
                return text.replace("\r", "")
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

    def pixels(self):
        """What the graphics card shows."""
        place = pathlib.Path(self.folder) / "screen.ppm"
        place.unlink(missing_ok=True)
        self.monitor.sendall(f"screendump {place}\n".encode())
        for _ in range(50):
            time.sleep(0.1)
            seen = place.read_bytes() if place.exists() else b""
            header = re.match(rb"P6\s(\d+) (\d+)\s\d+\s", seen)
            if header and len(seen) == header.end() + 3 * int(header.group(1)) * int(header.group(2)):
                return seen[header.end():]
        return b""

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


def expect(what, shown, console):
    print(("✔ " if shown else "✘ ") + what, flush=True)
    if not shown:
        print(console.screen)
        print(console.ask("systemctl status --no-pager -n 20 'kneeguide-*'; journalctl -b --no-pager -n 40 -p warning"))
        raise SystemExit(1)


def started(console):
    """Waits for the shell in the machine."""
    began = time.monotonic()
    while console.ask("true", 5) is None and time.monotonic() < began + 300:
        pass
    return began


def large_type(console):
    """Lines and columns of the console, where its cells are larger than the usual 8x16."""
    said = console.ask("stty -F /dev/tty1 size; cat /sys/class/graphics/fb0/virtual_size") or ""
    found = re.search(r"^(\d+) (\d+)\n(\d+),(\d+)$", said, re.M)
    if not found:
        return None
    lines, columns, width, height = map(int, found.groups())
    return lines >= 24 and columns >= 80 and width // columns > 8 and height // lines > 16


def on_the_console(console):
    began = started(console)
    expect("the first screen stands on tty1", console.wait(r"> (1 )?\[ Start \]", 300), console)
    print(f"  after {time.monotonic() - began:.0f} s; " + "\n".join(console.screen.split("\n")[:1]))
    ready = console.ask("systemctl is-active kneeguide-kiosk.service getty@tty1.service") or ""
    expect("systemd takes it for ready, and there is no login", "\nactive" in ready and "inactive" in ready, console)
    # The driver of the graphics card may come up later than the kiosk.
    expect("it stands there in large type", console.until(lambda: large_type(console), 60), console)
    bus = "busctl call org.freedesktop.login1 /org/freedesktop/login1 org.freedesktop.login1.Manager"
    asleep = console.ask("; ".join(f"{bus} Can{way}" for way in ("Suspend", "Hibernate", "HybridSleep"))) or ""
    expect("the machine does not sleep", len(re.findall(r'^s "na"$', asleep, re.M)) == 3, console)
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
    process = "$(systemctl show -P MainPID kneeguide-kiosk.service)"
    console.ask(f"kill -9 $(cat /proc/{process}/task/*/children)")
    told = console.until(lambda: "the next is started" in (console.ask("journalctl -u kneeguide-kiosk --no-pager -n 5") or ""), 20)
    expect("the journal says that a visitor died", told, console)
    console.ask(f"kill -9 {process}")
    died = time.monotonic()
    expect("killed, it comes back", console.wait(r"> (1 )?\[ Start \]", 60), console)
    print(f"  after {time.monotonic() - died:.1f} s, in software")
    console.ask("kneeguide-kiosk stop", 60)
    gone = console.ask("systemctl is-active kneeguide-kiosk.service") or ""
    expect("it is stopped for cleaning", "\ninactive" in gone and "Start" not in console.screen, console)
    console.ask("kneeguide-kiosk start", 60)
    expect("and started again", console.wait(r"> (1 )?\[ Start \]", 60), console)


def to_touch(console):
    """The same machine as a kiosk for a finger, from its next start on."""
    done = console.ask("kneeguide-kiosk --without-ssh on touch && echo touch = yes >>/etc/kneeguide/kiosk.conf && sync", 60) or ""
    expect("it becomes a kiosk for a finger", "From the next start on" in done, console)
    console.serial.sendall(b"systemctl poweroff\n")
    try:
        console.machine.wait(60)
    except subprocess.TimeoutExpired:
        print("  it did not switch itself off")


def processes(console, unit):
    group = f"/sys/fs/cgroup/system.slice/{unit}/cgroup.procs"
    return (console.ask(f"for p in $(cat {group}); do cat /proc/$p/comm; done") or "").split()


def by_a_finger(console):
    began = started(console)
    states = f"systemctl is-active {' '.join(TOUCH)}"
    expect("both services of the touch screen come up",
           console.until(lambda: "\nactive\nactive\n" in (console.ask(states) or ""), 180), console)
    print(f"  after {time.monotonic() - began:.0f} s")
    names = processes(console, TOUCH[1])
    expect("xterm runs the kiosk", "xterm" in names and names.count("kneeguide") >= 2, console)
    print(f"  {' '.join(sorted(name for name in names if '/' not in name and '-' not in name))}")
    shown = console.pixels()
    lit = sum(1 for at in range(0, len(shown), 3) if shown[at] > 128)
    expect("Xorg shows it", len(shown) / 3 / 500 < lit < len(shown) / 3 / 2, console)
    inputs = "ls -l /proc/$(systemctl show -P MainPID kneeguide-touch-display.service)/fd | grep -c /dev/input/"
    before = int(re.search(r"^(\d+)$", console.ask(inputs) or "", re.M).group(1))
    console.order("device_add", driver="usb-tablet", id="panel")
    expect("a panel that is plugged in is taken", console.until(
        lambda: int(re.search(r"^(\d+)$", console.ask(inputs) or "0\n", re.M).group(1)) > before, 20), console)
    # Where the box stands depends on the words; what lies beside boxes does nothing.
    touched = False
    for down in range(30, 100, 5):
        console.touch(0.3, down / 100)
        if console.until(lambda: console.pixels() not in (shown, b""), 2):
            touched = True
            break
    expect("a touch on a box is answered", touched, console)
    console.ask(f"kill -9 $(systemctl show -P MainPID {TOUCH[0]})")
    died = time.monotonic()
    expect("both are back after the display was killed", console.until(
        lambda: "\nactive\nactive\n" in (console.ask(states) or "") and console.pixels() == shown, 90), console)
    print(f"  after {time.monotonic() - died:.0f} s, in software")


def main():
    package, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    machine = make_image(package, folder)
    for visit in [on_the_console, by_a_finger]:
        with tempfile.TemporaryDirectory() as sockets:
            console = Console(*machine, sockets)
            try:
                visit(console)
                if visit is on_the_console:
                    to_touch(console)
            finally:
                console.close()


if __name__ == "__main__":
    main()
