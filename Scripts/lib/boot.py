"""Boots a machine in software that is a kiosk, lets systemd start the service on tty1, and visits it through the console.
Then makes it a kiosk for a finger, boots it again, and sees that Xorg shows the kiosk in xterm.

usage: boot.py PACKAGE FOLDER

FOLDER/vm-root holds a Debian with a kernel, systemd, type for the console, Xorg, and what the drop-ins let run (Scripts/soak makes
it). The keys are those of the machine's keyboard, and what stands on the screen is read out of the machine's console by a root shell
on its serial line, which no kiosk has; of Xorg there are the pixels.
"""

import pathlib
import re
import subprocess
import sys
import tempfile
import time

import visitor
from machine import Console, make_image

TOUCH = ["kneeguide-touch-display.service", "kneeguide-kiosk-touch.service"]
CONFIG = "/etc/kneeguide/kiosk.conf"
GROUP = "cat /sys/fs/cgroup/system.slice/"


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
    out_of_order(console)
    drop_ins(console, "kneeguide-kiosk.service")
    denied = console.ask("nsenter --mount --target $(systemctl show -P MainPID kneeguide-kiosk.service) /usr/bin/id") or ""
    expect("another program does not run in it", "Permission denied" in denied, console)
    expect("with all of them somebody is served", console.wait(r"> (1 )?\[ Start \]", 60), console)


def out_of_order(console):
    """Wrong settings at the start: the page is all that there is to wait for, and goes when they are right."""
    console.ask(f"kneeguide-kiosk stop; mv {CONFIG} /etc/kneeguide/right; echo nonsense >{CONFIG}", 60)
    said = console.ask("kneeguide-kiosk start", 120) or ""
    expect("who starts it with wrong settings hears of it", "IT IS OUT OF ORDER" in said, console)
    shown = console.ask("systemctl show --value -p ActiveState -p StatusText kneeguide-kiosk.service") or ""
    expect("systemd takes it for started, and says why it is out of order",
           "\nactive\n" in shown and f"\nout of order: {CONFIG}" in shown, console)
    expect("the page says so", console.wait("Please ask the staff", 30), console)
    console.ask(f"mv /etc/kneeguide/right {CONFIG}")
    expect("it is back when the settings are right", console.wait(r"> (1 )?\[ Start \]", 90), console)


def drop_ins(console, unit):
    """What a clinic adds to a service, put there as Kiosk.md says."""
    console.ask("install -d -m 755 /srv/kneeguide; install -d -m 700 -o kneeguide -g kneeguide /srv/kneeguide/visits")
    process = f"$(systemctl show -P MainPID {unit})"
    inside = f"nsenter --mount --target {process}"
    for name, tried in [("speech", f"{inside} /usr/bin/espeak-ng --version"), ("print", f"{inside} /usr/bin/lpstat -H"),
                        ("keep", f"grep -F ' /srv/kneeguide/visits rw,' /proc/{process}/mountinfo")]:
        place = f"/etc/systemd/system/{unit}.d/{name}.conf"
        console.ask(f"install -D -m 644 /usr/share/doc/kneeguide/examples/{name}.conf {place}; systemctl daemon-reload")
        console.ask(f"systemctl restart {unit}", 90)
        said = console.ask(f"systemctl is-active {unit}; {tried} && echo it-''works") or ""
        expect(f"{unit} starts with {name}.conf, which lets it do that", "\nactive\n" in said and "\nit-works" in said, console)


def to_touch(console):
    """The same machine as a kiosk for a finger, from its next start on."""
    done = console.ask("kneeguide-kiosk --without-ssh on touch && echo touch = yes >>/etc/kneeguide/kiosk.conf && sync", 60) or ""
    expect("it becomes a kiosk for a finger", "From the next start on" in done, console)
    console.serial.sendall(b"systemctl poweroff\n")
    try:
        console.machine.wait(60)
    except subprocess.TimeoutExpired:
        print("  it did not switch itself off")


def commands(console, unit):
    said = console.ask(f"for p in $({GROUP}{unit}/cgroup.procs); do tr '\\0' ' ' </proc/$p/cmdline; echo; done") or ""
    return [line.split() for line in said.split("\n")[1:] if line.strip()]


def by_a_finger(console):
    began = started(console)
    states = f"systemctl is-active {' '.join(TOUCH)}"

    def is_up():
        return "\nactive\nactive\n" in (console.ask(states) or "")

    expect("both services of the touch screen come up", console.until(is_up, 180), console)
    print(f"  after {time.monotonic() - began:.0f} s")
    begun = [command[:2] for command in commands(console, TOUCH[1])]
    expect("xterm runs the kiosk, and that a visitor",
           all(words in begun for words in (["xterm", "-fa"], ["/usr/bin/kneeguide", "kiosk"], ["kneeguide", "kiosk-visitor"])), console)
    serves = console.ask("kneeguide kiosk --status") or ""
    expect("it says that it serves", "\nstate=serving" in serves, console)
    expect("Xorg shows it, with boxes", console.until(lambda: len(console.picture().boxes()) > 2, 30), console)
    shown = console.picture()
    print(f"  {shown.width}x{shown.height}, boxes at {shown.boxes()}")

    def stands():
        return is_up() and console.picture().is_like(shown)

    from_the_machine(console, shown)
    expect("what is typed and touched beside leaves the first screen", console.picture().is_like(shown), console)
    top, bottom = shown.boxes()[0]
    console.touch(0.3, (top + bottom) / 2 / shown.height)
    expect("a touch on the first box begins a visit", console.until(
        lambda: console.picture().boxes()[:1] not in ([], shown.boxes()[:1]), 20), console)
    for what, command in [("the display", f"kill -9 $(systemctl show -P MainPID {TOUCH[0]})"),
                          ("xterm", f"for p in $({GROUP}{TOUCH[1]}/cgroup.procs); do grep -qx xterm /proc/$p/comm && kill -9 $p; done")]:
        console.ask(command)
        died = time.monotonic()
        expect(f"after {what} was killed the first screen stands again", console.until(stands, 90), console)
        print(f"  after {time.monotonic() - died:.0f} s, in software")
    console.ask("kneeguide-kiosk stop", 60)
    gone = console.ask(states) or ""
    expect("both are stopped for cleaning", "\ninactive\ninactive\n" in gone and not console.picture().boxes(), console)
    console.ask(f"systemctl start {TOUCH[0]}", 60)
    expect("the display brings the kiosk along", console.until(stands, 90), console)
    drop_ins(console, TOUCH[1])
    expect("with all of them it stands there", console.until(stands, 90), console)


def from_the_machine(console, shown):
    """A panel, a keyboard, and what would lead out."""
    inputs = "ls -l /proc/$(systemctl show -P MainPID kneeguide-touch-display.service)/fd | grep -c /dev/input/"
    before = int(re.search(r"^(\d+)$", console.ask(inputs) or "", re.M).group(1))
    console.order("device_add", driver="usb-tablet", id="panel")
    expect("a panel that is plugged in is taken", console.until(
        lambda: int(re.search(r"^(\d+)$", console.ask(inputs) or "0\n", re.M).group(1)) > before, 20), console)
    console.press("Down")

    def moved():
        seen = console.picture()
        return seen.boxes() and not seen.is_like(shown)

    expect("a key is answered", console.until(moved, 20), console)
    console.press("Up")
    expect("and another leads back", console.until(lambda: console.picture().is_like(shown), 20), console)
    for key in ["ctrl-alt-delete", "ctrl-alt-backspace", "ctrl-alt-f2", "alt-f2", "ctrl-c", "ctrl-z"]:
        console.press(key)
        time.sleep(1)
    seen = (console.ask("cat /sys/class/tty/tty0/active") or "").split()
    expect("no other console is reached", "tty1" in seen, console)
    console.touch(0.9, 0.5)
    time.sleep(5)


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
