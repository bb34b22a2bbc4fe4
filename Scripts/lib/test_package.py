"""Tests the Debian package: what is in it, installing, upgrading, removing and purging it, and a walk with what it installed.

usage: test_package.py [--root FOLDER]

Takes the program and the pack that Scripts/package takes (KNEEGUIDE_BINARY, KNEEGUIDE_PACK). It installs into a layer over
a root folder, which goes away with the test: over .build/debian-root, a fresh Debian, where Scripts/soak has made one, else
over this machine's own. That needs root and unshare; without them that part is skipped, and said so.
"""

import gzip
import os
import pathlib
import re
import shutil
import stat
import subprocess
import sys
import tempfile

import visitor

ROOT = pathlib.Path(__file__).resolve().parents[2]
CONFIG = "etc/kneeguide/kiosk.conf"
SETTINGS_OF_THE_MACHINE = ["etc/sysctl.d/80-kneeguide-kiosk.conf", "etc/systemd/logind.conf.d/kneeguide-kiosk.conf",
                           "etc/systemd/system.conf.d/kneeguide-kiosk.conf", "etc/systemd/sleep.conf.d/kneeguide-kiosk.conf",
                           "etc/systemd/system/getty@.service.d/kneeguide-kiosk.conf"]
# What dpkg, apt and the tools for users keep for themselves, and what a running system changes.
OTHERS = re.compile(r"^(var/(lib/(dpkg|apt|systemd)|log|cache|tmp|mail|spool)|tmp|run|proc|sys|dev|root|work|home|mnt|repo"
                    r"|etc/(passwd|shadow|group|gshadow)-|etc/sysctl\.d$|etc/\.pwd\.lock|etc/ld\.so\.cache|etc/su[bg][ui]d)")
counts = {"passed": 0, "failed": 0, "skipped": 0}


def check(what, holds, details=""):
    counts["passed" if holds else "failed"] += 1
    if not holds:
        print(f"✘ {what}\n{details}".rstrip(), flush=True)


def skip(what, why):
    counts["skipped"] += 1
    print(f"== {what}: SKIPPED, {why}", flush=True)


def run(*words, **more):
    return subprocess.run(words, capture_output=True, text=True, errors="replace", **more)


def build(**more):
    made = run(ROOT / "Scripts/package", env={**os.environ, **more})
    if made.returncode != 0:
        print(made.stderr)
        return None
    return pathlib.Path(made.stdout.strip())


def build_signed(folder):
    """The package with the key and the signature of somebody who answers for the content; None where that is not tried."""
    content = os.environ.get("KNEEGUIDE_CONTENT_BINARY", ROOT / ".build/release/kneeguide-content")
    pack = os.environ.get("KNEEGUIDE_PACK")
    if not pack or not os.access(content, os.X_OK):
        return skip("A package with a signed pack", "that needs KNEEGUIDE_PACK and kneeguide-content")
    own = shutil.copy(pack, folder)
    for words in [["keygen", "--output", f"{folder}/signer"], ["keygen", "--output", f"{folder}/other"],
                  ["sign", own, "--key", f"{folder}/signer"]]:
        run(content, *words, check=True)
    wrong = run(ROOT / "Scripts/package", env={**os.environ, "KNEEGUIDE_PACK_KEY": f"{folder}/other.pub",
                                               "KNEEGUIDE_PACK_SIGNATURE": f"{own}.sig"})
    check("no package is built with the signature of another key", wrong.returncode == 1 and "is not of this pack" in wrong.stderr,
          wrong.stderr)
    lacks = run(ROOT / "Scripts/package", env={**os.environ, "KNEEGUIDE_PACK_KEY": f"{folder}/signer.pub",
                                               "KNEEGUIDE_PACK_SIGNATURE": ""})
    check("nor with a key alone", lacks.returncode == 1 and "needs KNEEGUIDE_PACK_SIGNATURE" in lacks.stderr, lacks.stderr)
    package = build(KNEEGUIDE_PACK_KEY=f"{folder}/signer.pub", KNEEGUIDE_PACK_SIGNATURE=f"{own}.sig")
    check("it can be built with a signed pack", package)
    # The one without has the same name.
    return package and shutil.move(package, f"{folder}/signed.deb")


def look_inside(package):
    listing = run("dpkg-deb", "-c", package).stdout.splitlines()
    for line in listing:
        mode, owner, name = line.split()[0], line.split()[1], line.split()[-1]
        check(f"{name} belongs to root", owner == "root/root", line)
        programs = ("/usr/bin/kneeguide", "/usr/sbin/kneeguide-kiosk", "/usr/share/kneeguide/touch/session",
                    "/usr/share/kneeguide/kiosk/console-font")
        wanted = "rwxr-xr-x" if mode[0] == "d" or name.endswith(programs) else "rw-r--r--"
        check(f"{name} has the usual permissions", mode[1:] == wanted, line)
    names = {line.split()[-1][2:] for line in listing}
    for name in [CONFIG, "usr/share/kneeguide/knee.pack", "usr/share/doc/kneeguide/copyright",
                 "usr/share/kneeguide/schemas/recommendation.schema.json", "usr/share/doc/kneeguide/Kiosk.md",
                 "usr/share/doc/kneeguide/examples/speech.conf",
                 "usr/share/doc/kneeguide/examples/print.conf", "usr/share/doc/kneeguide/examples/keep.conf",
                 "usr/share/man/man1/kneeguide.1.gz",
                 "usr/lib/systemd/system/kneeguide-kiosk.service"]:
        check(f"{name} is in the package", name in names)
    with tempfile.TemporaryDirectory() as folder:
        run("dpkg-deb", "-R", package, folder)
        tree = pathlib.Path(folder)
        program = (tree / "usr/bin/kneeguide").read_bytes()
        check("the program names no folder of this machine", str(ROOT).encode() not in program)
        needed = re.findall(r"\(NEEDED\).*\[(.*)\]", run("readelf", "-d", tree / "usr/bin/kneeguide").stdout)
        depends = re.search(r"^Depends: (.*)", (tree / "DEBIAN/control").read_text(), re.M).group(1)
        check("what the program links to is depended on", not needed or "libc6" in depends, f"{needed} {depends}")
        check("the settings are a conffile", (tree / "DEBIAN/conffiles").read_text() == f"/{CONFIG}\n")
        notices = (tree / "usr/share/doc/kneeguide/copyright").read_text(errors="replace")
        for library in ["libncurses", "libsodium", "libseccomp", "libqrcodegen", "libc6"]:
            check(f"the notice of {library} is there", f"==== {library}" in notices)
        for shell in ["bash", "zsh"]:
            place = {"bash": "bash-completion/completions/kneeguide", "zsh": "zsh/vendor-completions/_kneeguide"}[shell]
            if shutil.which(shell):
                check(f"{shell} can read the completions", run(shell, "-n", tree / "usr/share" / place).returncode == 0)
        pages = sorted((tree / "usr/share/man/man1").iterdir())
        listed = re.findall(r"^  ([a-z][a-z-]*) ", run(tree / "usr/bin/kneeguide", "--help").stdout, re.M)
        check("there is a page of each command that --help lists, and of no other", listed and {page.name for page in pages}
              == {"kneeguide.1.gz"} | {f"kneeguide.{name}.1.gz" for name in listed}, f"{listed} {pages}")
        linked = [name for page in pages for name in re.findall(r"^\.Xr kneeguide\.(\S+) 1", gzip.decompress(page.read_bytes())
                  .decode(), re.M)]
        check("and no page leads to another", linked and set(linked) <= set(listed), linked)
        for page in pages:
            if shutil.which("man"):
                shown = run("man", "--warnings", "-l", page, env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8"})
                check(f"{page.name} reads without a warning", shown.returncode == 0 and not shown.stderr, shown.stderr)


def newer(package, folder):
    """The same package as a later version, whose own settings file has changed too."""
    tree = pathlib.Path(folder) / "newer"
    run("dpkg-deb", "-R", package, tree)
    control = tree / "DEBIAN/control"
    control.write_text(re.sub(r"^(Version: .*)$", r"\1.1", control.read_text(), flags=re.M))
    with open(tree / CONFIG, "a") as config:
        config.write("\n# A later version says more.\n")
    later = pathlib.Path(folder) / "newer.deb"
    run("dpkg-deb", "--root-owner-group", "-Znone", "--build", tree, later)
    shutil.rmtree(tree)
    return later


class Machine:
    """A root folder in which the package is installed."""

    def __init__(self, root):
        self.root = pathlib.Path(root)

    def inside(self, *words, **more):
        path = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"}
        return run("chroot", self.root, *words, env=path, **more)

    def dpkg(self, *words):
        done = self.inside("dpkg", *words)
        return done.returncode == 0, done.stdout + done.stderr

    def kiosk(self, *words):
        return run("sh", self.root / "usr/sbin/kneeguide-kiosk", *words, env={**os.environ, "ROOT": str(self.root)})

    def files(self):
        """Everything but what others keep: a path with what it is."""
        found = {}
        for folder, names, files in os.walk(self.root):
            below = os.path.relpath(folder, self.root)
            names[:] = [name for name in names if not OTHERS.match(os.path.normpath(f"{below}/{name}"))]
            for name in names + files:
                path = os.path.normpath(f"{below}/{name}")
                full = self.root / path
                if not OTHERS.match(path):
                    about = full.lstat()
                    size = about.st_size if stat.S_ISREG(about.st_mode) else 0
                    found[path] = (stat.filemode(about.st_mode), about.st_uid, size)
        return found


def difference(before, after):
    return sorted(f"{path}: {before.get(path)} -> {after.get(path)}" for path in before.keys() | after.keys()
                  if before.get(path) != after.get(path))


def life_of_a_package(machine, package, folder):
    for name in ("old.deb", "new.deb"):
        shutil.copy(package if name == "old.deb" else newer(package, folder), machine.root / "tmp" / name)
    config = machine.root / CONFIG
    before = machine.files()

    done, said = machine.dpkg("-i", "/tmp/old.deb")
    check("it installs", done, said)
    check("it says what to do next in two lines", len(re.findall(r"^kneeguide: ", said, re.M)) == 2, said)
    user = machine.inside("getent", "passwd", "kneeguide").stdout.strip().split(":")
    check("the user has no shell", user[-1] == "/usr/sbin/nologin", user)
    check("the user has no password", machine.inside("getent", "shadow", "kneeguide").stdout.split(":")[1][:1] in "!*")
    check("the settings are for all to read, as a monitor does",
          machine.inside("stat", "-c", "%a %U", f"/{CONFIG}").stdout == "644 root\n")
    check("nothing is turned on", not any((machine.root / path).exists() for path in SETTINGS_OF_THE_MACHINE))

    asks = machine.kiosk("on")
    has_ssh = run("systemctl", f"--root={machine.root}", "is-enabled", "ssh.service").returncode == 0
    check("it becomes no kiosk that nobody can get into", has_ssh or "SSH" in asks.stderr, asks.stdout + asks.stderr)
    machine.kiosk("off")
    plain = machine.files()
    turned = machine.kiosk("--without-ssh", "on")
    check("it becomes a kiosk", turned.returncode == 0 and machine.kiosk("is-on").returncode == 0, turned.stderr)
    check("with all settings of the machine", all(os.path.lexists(machine.root / p) for p in SETTINGS_OF_THE_MACHINE))
    mask = machine.root / "etc/systemd/system/ctrl-alt-del.target"
    check("Ctrl-Alt-Del is masked", mask.is_symlink() and os.readlink(mask) == "/dev/null")
    wants = machine.root / "etc/systemd/system/multi-user.target.wants"
    loud = "THE TYPE WILL BE SMALL" in turned.stderr
    would = run("sh", ROOT / "Packaging/console-font", "--would", env={**os.environ, "ROOT": str(machine.root)})
    check("it says loudly where the console has no large type", loud == (would.returncode != 0), turned.stderr)
    check("the service starts", (wants / "kneeguide-kiosk.service").is_symlink())

    with open(config, "a") as file:
        file.write("clinic = The Clinic\n")
    chosen = config.read_text()
    signature = machine.root / "usr/share/kneeguide/knee.pack.sig"
    signature.touch()
    done, said = machine.dpkg("--force-confold", "-i", "/tmp/new.deb")
    check("it is upgraded", done, said)
    check("a signature that the new pack does not have is named", f"WARNING: /{signature.relative_to(machine.root)}" in said, said)
    signature.unlink()
    check("the settings are kept", config.read_text() == chosen)
    check("and stay for all to read", machine.inside("stat", "-c", "%a", f"/{CONFIG}").stdout == "644\n")
    check("a kiosk stays one", machine.kiosk("is-on").returncode == 0)
    check("it asks for a restart", "kneeguide" in (machine.root / "run/reboot-required.pkgs").read_text(), said)

    machine.kiosk("off")
    (machine.root / CONFIG).with_name("kiosk.conf.dpkg-dist").unlink(missing_ok=True)
    changed = difference(plain, machine.files())
    check("off undoes on", [line for line in changed if not line.startswith(CONFIG)] == [], "\n".join(changed))
    machine.kiosk("--without-ssh", "on")
    done, said = machine.dpkg("-r", "kneeguide")
    check("it is removed", done and not (machine.root / "usr/bin/kneeguide").exists(), said)
    check("a machine without it is no kiosk", not any(os.path.lexists(machine.root / p) for p in SETTINGS_OF_THE_MACHINE))
    check("the settings outlast it", config.read_text() == chosen)
    # What Kiosk.md lets one put there.
    for place in ["var/lib/kneeguide/staff-pin", "var/lib/kneeguide-packs/installed", "etc/kneeguide/signer.pub",
                  "usr/share/kneeguide/knee.pack.override", "etc/systemd/system/kneeguide-kiosk.service.d/speech.conf",
                  "etc/systemd/system/kneeguide-kiosk-touch.service.d/notify.conf"]:
        (machine.root / place).parent.mkdir(parents=True, exist_ok=True)
        (machine.root / place).touch()
    done, said = machine.dpkg("-P", "kneeguide")
    check("it is purged", done, said)
    check("the state is gone", not (machine.root / "var/lib/kneeguide").exists())
    left = difference(before, machine.files())
    check("nothing of it is left", left == [], "\n".join(left))
    done, said = machine.dpkg("-i", "/tmp/old.deb")
    check("it installs again", done, said)


def is_alone(machine):
    """Whether the program runs in an empty folder, without any library."""
    return not re.search(r"\(NEEDED\)", run("readelf", "-d", machine.root / "usr/bin/kneeguide").stdout)


def signed_kiosk(machine, package):
    """A kiosk that was installed with a key shows what is signed with it, and nothing else."""
    shutil.copy(package, machine.root / "tmp/signed.deb")
    done, said = machine.dpkg("--force-confnew", "-i", "/tmp/signed.deb")
    check("with a signed pack it installs", done, said)
    if "kiosk" not in machine.inside("/usr/bin/kneeguide", "--help").stdout:
        return skip("A kiosk with a signed pack", "this program has none")
    says = machine.inside("/usr/bin/kneeguide", "kiosk", "--check").stdout
    check("the kiosk is set to the key", "\nready: the content is signed by the key " in says, says)
    signature = machine.root / "usr/share/kneeguide/knee.pack.sig"
    signature.write_bytes(bytes([signature.read_bytes()[0]]) + signature.read_bytes()[:0:-1])
    says = machine.inside("/usr/bin/kneeguide", "kiosk", "--check").stdout
    check("and shows nothing that is not signed with it", "\nnot ready: the content: " in says, says)


def console_fonts(folder):
    """Which type the first console gets, by what a machine has."""
    folder, fonts = pathlib.Path(folder), "Uni2-Terminus32x16.psf.gz Uni2-Terminus20x10.psf.gz"
    for name, programs, files, chosen, wanted in [
            ("a machine without setfont", [], fonts, None, "!setfont is missing"),
            ("a machine without the type", ["setfont"], "", None, "!Terminus"),
            ("a machine with both", ["setfont"], fonts, None, "Terminus 32x16"),
            ("with a smaller type alone", ["setfont"], fonts.split()[1], None, "!Terminus"),
            ("with Debian's own setting", ["setfont"], fonts, ("Fixed", "8x16"), "Terminus 32x16"),
            ("with the choice of somebody", ["setfont"], fonts, ("Terminus", "14x28"), "Terminus 14x28, as chosen in")]:
        root = pathlib.Path(tempfile.mkdtemp(dir=folder))
        for place in ("usr/bin", "usr/share/consolefonts", "etc/default"):
            (root / place).mkdir(parents=True)
        for program in programs:
            (root / "usr/bin" / program).touch(0o755)
        for font in files.split():
            (root / "usr/share/consolefonts" / font).touch()
        if chosen:
            (root / "etc/default/console-setup").write_text('CODESET="guess"\nFONTFACE="{}"\nFONTSIZE="{}"\n'.format(*chosen))
        done = run(ROOT / "Packaging/console-font", "--would", env={"PATH": os.environ["PATH"], "ROOT": str(root)})
        said = "!" + done.stderr if done.returncode else done.stdout
        check(f"the type of {name}", said.startswith(wanted), said)


def walks(machine):
    """A person's walk, and a visit to the kiosk, each by its own user on a terminal."""
    def start(name, *words):
        return visitor.Terminal(["chroot", "--userspec=kneeguide:kneeguide", str(machine.root), "/usr/bin/env", "-i",
                                 "TERM=screen", "LANG=C.UTF-8", *words], name)

    (machine.root / CONFIG).write_text("clinic = North Clinic\nthanks-seconds = 2\n")
    program = start("kneeguide-walk", "/usr/bin/kneeguide")
    try:
        check("the walkthrough starts", program.wait(r"> (1 )?\[ Start \]"), program.screen)
        shown = visitor.walk(program, r"^  Your result")
        check("a walk leads to the result", shown, program.screen)
    finally:
        program.close()
    if "kiosk" not in machine.inside("/usr/bin/kneeguide", "--help").stdout:
        skip("A visit to the installed kiosk", "this program has none")
        return
    program = start("kneeguide-kiosk", "/usr/bin/kneeguide", "kiosk", "--config", f"/{CONFIG}")
    try:
        shown = program.wait(r"> (1 )?\[ Start \]")
        check("the kiosk starts, with its settings", shown and "North Clinic" in shown, program.screen)
        shown = visitor.walk(program, r"^  Your result")
        check("a visit leads to the result", shown, program.screen)
        program.press("q")
        check("it asks before it erases", program.wait("Stop and erase your answers"), program.screen)
        program.press("2")
        check("it says that nothing was kept", program.wait("Nothing was kept"), program.screen)
        check("the next visitor finds the first screen", program.wait(r"> (1 )?\[ Start \]"), program.screen)
    finally:
        program.close()


def in_a_layer(package, lower, signed):
    """Runs in a mount namespace of its own: what is mounted and written goes with it."""
    layer = pathlib.Path(tempfile.mkdtemp(prefix="kneeguide-layer-"))
    try:
        run("mount", "-t", "tmpfs", "tmpfs", layer, check=True)
        for name in ("upper", "work", "root"):
            (layer / name).mkdir()
        options = f"lowerdir={lower},upperdir={layer}/upper,workdir={layer}/work"
        mounted = run("mount", "-t", "overlay", "-o", options, "overlay", layer / "root")
        if mounted.returncode != 0:
            return skip("Installing the package", f"no layer can be laid over {lower}: {mounted.stderr.strip()}")
        machine = Machine(layer / "root")
        run("mount", "-t", "proc", "proc", machine.root / "proc", check=True)
        run("mount", "--bind", "/dev", machine.root / "dev", check=True)
        (machine.root / "run").mkdir(exist_ok=True)
        life_of_a_package(machine, package, layer)
        if shutil.which("tmux"):
            walks(machine)
        else:
            skip("A walk with the installed program", "tmux is missing")
        if signed:
            signed_kiosk(machine, signed)
    finally:
        run("umount", "--recursive", "--lazy", layer)
        layer.rmdir()


def main():
    if sys.argv[1:2] == ["--inside"]:
        in_a_layer(*sys.argv[2:5])
    else:
        folder = tempfile.TemporaryDirectory()
        console_fonts(folder.name)
        signed = build_signed(folder.name)
        first = build()
        check("it can be built", first)
        if first:
            bytes_of_first = first.read_bytes()
            second = build()
            check("built again it has the same bytes", second == first and second.read_bytes() == bytes_of_first)
            look_inside(first)
            fresh = ROOT / ".build/debian-root"
            lower = sys.argv[2] if sys.argv[1:2] == ["--root"] else fresh if fresh.is_dir() else "/"
            if os.geteuid() != 0 or not shutil.which("unshare") or not shutil.which("systemctl"):
                skip("Installing the package", "that needs root, unshare and systemctl")
            else:
                print(f"Installing over {lower}", flush=True)
                done = subprocess.run(["unshare", "--mount", sys.executable, __file__, "--inside", first, lower, signed or ""],
                                      stdout=subprocess.PIPE, text=True)
                lines = done.stdout.splitlines()
                total = re.match(r"(\d+) passed, (\d+) failed, (\d+) skipped", lines[-1] if lines else "")
                print("\n".join(lines[:-1] if total else lines))
                check("the test of the installed package came to its end", total)
                for name, number in zip(counts, total.groups() if total else ()):
                    counts[name] += int(number)
    print(f"{counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped")
    return counts["failed"] == 0


if __name__ == "__main__":
    sys.exit(0 if main() or sys.argv[1:2] == ["--inside"] else 1)
