"""Plants the faults of mutants.tsv one after the other and names those that no test notices. See Scripts/mutate."""

import pathlib
import re
import shutil
import subprocess
import sys
import time

LONGEST_BUILD, LONGEST_TEST = 900, 180

# Put at the end of the copy's Package.swift: what the test target needs stays, the rest goes.
ONLY_WHAT_IS_NEEDED = """
var needed: Set<String> = []
var needsPackages = false
@MainActor func need(_ name: String) {
  guard needed.insert(name).inserted else { return }
  for target in package.targets where target.name == name {
    for dependency in target.dependencies {
      switch dependency {
      case .byNameItem(let name, _), .targetItem(let name, _):
        if package.targets.contains(where: { $0.name == name }) { need(name) } else { needsPackages = true }
      default: needsPackages = true
      }
    }
  }
}
need("TEST-TARGET")
package.targets = package.targets.filter { needed.contains($0.name) }
package.products = []
if !needsPackages { package.dependencies = [] }
"""


class Copy:
    """A copy of the tree for one test target, with a build of its own that lasts from run to run."""

    def __init__(self, root, target):
        self.folder = root / ".build" / "mutants" / target
        self.target = target
        self.folder.mkdir(parents=True, exist_ok=True)
        for name in ("Sources", "Tests", "Content", "Scripts", "Packaging"):
            subprocess.run(
                ["cp", "-a", "--update", "--no-target-directory", root / name, self.folder / name], check=True
            )
            self._drop_what_is_gone(root, name)
        self._restore_what_was_left(root)
        manifest = (root / "Package.swift").read_text() + ONLY_WHAT_IS_NEEDED.replace("TEST-TARGET", target)
        if not (self.folder / "Package.swift").exists() or (self.folder / "Package.swift").read_text() != manifest:
            (self.folder / "Package.swift").write_text(manifest)
        if (root / "Package.resolved").exists():
            shutil.copy(root / "Package.resolved", self.folder)

    def _drop_what_is_gone(self, root, name):
        for path in sorted((self.folder / name).rglob("*"), reverse=True):
            if not (root / path.relative_to(self.folder)).exists():
                shutil.rmtree(path) if path.is_dir() else path.unlink()

    def _restore_what_was_left(self, root):
        """A run that was broken off leaves its fault in the copy, newer than the source."""
        for path in (self.folder / "Sources").rglob("*"):
            if path.is_file():
                there = root / path.relative_to(self.folder)
                if path.stat().st_mtime != there.stat().st_mtime and path.read_bytes() != there.read_bytes():
                    shutil.copy(there, path)

    def build(self):
        return self._swift(LONGEST_BUILD, "build", "--build-tests")

    def test(self, name):
        only = f"^{self.target}\\..*{re.escape(name) if name else ''}"
        return self._swift(LONGEST_TEST, "test", "--skip-build", "--disable-xctest", "--filter", only)

    def _swift(self, longest, *arguments):
        try:
            done = subprocess.run(
                ["swift", *arguments], cwd=self.folder, timeout=longest, stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            return False, "took too long"
        return done.returncode == 0, done.stdout


def faults(table):
    for number, line in enumerate(table.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != 5:
            sys.exit(f"{table}:{number}: five fields are needed, with one tab between them")
        name, file, old, new, tests = fields
        yield line, name, file, old.replace("\\n", "\n"), new.replace("\\n", "\n"), *(tests + "/").split("/")[:2]


def plant(copy, file, old, new, test):
    """What became of one fault: caught, or what is wrong."""
    path = copy.folder / file
    if not path.exists():
        return "the file is gone"
    text = path.read_text(encoding="utf-8")
    if text.count(old) != 1:
        return f"its text is found {text.count(old)} times"
    path.write_text(text.replace(old, new), encoding="utf-8")
    try:
        built, output = copy.build()
        if not built:
            return "does not compile: " + "; ".join(re.findall(r"error: (.*)", output)[:2])
        passed, output = copy.test(test)
        return "SURVIVED" if passed else "caught"
    finally:
        path.write_text(text, encoding="utf-8")


def main(root, arguments):
    only = arguments[arguments.index("--only") + 1] if "--only" in arguments[:-1] else ""
    chosen = [fault for fault in faults(root / "Scripts/lib/mutants.tsv") if only in fault[0]]
    if "--list" in arguments:
        for _, name, file, *_, target, test in chosen:
            print(f"{name:50} {file}  {target} {test}".rstrip())
        return 0
    wrong, copies = [], {}
    for _, name, file, old, new, target, test in chosen:
        started = time.monotonic()
        if target not in copies:
            copies[target] = Copy(root, target)
            built, output = copies[target].build()
            good, output = copies[target].test("") if built else (False, output)
            if not good or "No matching test cases" in output:
                print(output[-2000:])
                sys.exit(f"{target}: its tests must exist and pass before a fault can be planted")
        outcome = plant(copies[target], file, old, new, test)
        print(f"{outcome:10} {time.monotonic() - started:5.1f} s  {name}", flush=True)
        if outcome != "caught":
            wrong.append(f"{name} ({file}): {outcome}")
    if wrong:
        print("\nNot caught:")
        print("\n".join("  " + line for line in wrong))
    print(f"\n{len(chosen) - len(wrong)} passed, {len(wrong)} failed, 0 skipped")
    return 1 if wrong or not chosen else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), sys.argv[2:]))
