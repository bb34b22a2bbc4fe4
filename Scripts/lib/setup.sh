# Shared by every script: where things are, what must be there, and quiet steps. Sourced, never run.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
logs=$root/.build/logs

# Swift's own crash report waits for a key on a terminal, and holds pieces of memory.
export SWIFT_BACKTRACE=enable=no

# A needed thing a line: the Debian package, and what shows that it is there already.
# Swift asks Debian for the first of them; the libraries are those of Package.swift.
# shellcheck disable=SC2034  # Used by those who source this.
build_needs='
git                command git
ca-certificates    file    /etc/ssl/certs/ca-certificates.crt
libc6-dev          header stdio.h
libstdc++-12-dev   header c++/*/cstdlib
binutils           command ld
libncurses-dev     header ncurses.h
libsodium-dev      header sodium.h
libcmark-dev       header cmark.h
libseccomp-dev     header seccomp.h
libqrcodegen-dev   header qrcodegen/qrcodegen.h
'
# shellcheck disable=SC2034
test_needs='
libvterm-dev       header vterm.h
python3            command python3
python3-venv       python ensurepip
'
# shellcheck disable=SC2034
package_needs='
git                command git
binutils           command strip
dpkg-dev           command dpkg-shlibdeps
'
# Without one of these the tests that use it are skipped, and say so.
# shellcheck disable=SC2034
test_wishes='
tmux               command tmux
strace             command strace
shellcheck         command shellcheck
systemd            command systemd-analyze
xvfb               command Xvfb
xterm              command xterm
xdotool            command xdotool
x11-utils          command xwininfo
fonts-dejavu-core  file    /usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf
brltty             command brltty
weasyprint         command weasyprint
poppler-utils      command pdftotext
libzbar0           library libzbar.so.0
cups-daemon        file    /usr/sbin/cupsd
cups-client        command lp
'
# What booting a kiosk in a machine in software takes.
# shellcheck disable=SC2034
boot_wishes='
debootstrap        command debootstrap
e2fsprogs          command mke2fs
qemu-system-x86    command qemu-system-x86_64
'
# shellcheck disable=SC2034
bench_needs='
gcc                command cc
dialog             command dialog
python3            command python3
python3-venv       python ensurepip
'

# Prints the comment at the head of a script: its help.
show_help() { sed -n '2,/^[^#]/{/^#/{s/^# \{0,1\}//;p;}}' "$1"; }

# help_if_asked "$0" "$@": shows the help and ends the script when the first argument asks for it.
help_if_asked() {
  case ${2-} in -h | --help) show_help "$1" && exit 0 ;; esac
}

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*" && exit 1; }

# Whether a thing is on this machine: `is_there command tmux`, `is_there header sodium.h`, `is_there file /etc/x`,
# `is_there python ensurepip`, `is_there library libzbar.so.0`.
is_there() {
  case $1 in
    file) [ -e "$2" ] ;;
    command) command -v "$2" >/dev/null ;;
    header) compgen -G "/usr/include/$2" >/dev/null || compgen -G "/usr/include/*-linux-gnu/$2" >/dev/null ||
      compgen -G "/usr/local/include/$2" >/dev/null ;;
    # grep reads to the end: ldconfig must not die of a closed pipe.
    library) PATH=$PATH:/sbin ldconfig -p | grep -F "$2" >/dev/null ;;
    python) python3 -c "import $2" >/dev/null 2>&1 || /usr/bin/python3 -c "import $2" >/dev/null 2>&1 ;;
  esac
}

# The packages of a list that are missing, each once.
missing_of() {
  local package kind thing
  while read -r package kind thing; do
    if [ -n "$package" ] && ! is_there "$kind" "$thing"; then echo "$package"; fi
  done <<<"$1" | sort -u
}

lists_are_fresh=no

# Installs the missing packages of a list by apt; the status says whether all are there afterwards.
# Asks nothing, and touches nothing, when all is there.
install_missing() {
  local as_root=() packages
  mapfile -t packages < <(missing_of "$1")
  [ ${#packages[@]} -eq 0 ] && return 0
  command -v apt-get >/dev/null || return 1
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || return 1
    if [ -t 0 ]; then as_root=(sudo); else as_root=(sudo -n); fi
  fi
  mkdir -p "$logs"
  say "Installing ${packages[*]} ..."
  if [ $lists_are_fresh = no ]; then
    "${as_root[@]}" apt-get update >"$logs/apt.log" 2>&1 || true
    lists_are_fresh=yes
  fi
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends "${packages[@]}" >>"$logs/apt.log" 2>&1 || true
  [ -z "$(missing_of "$1")" ]
}

# Installs what a list needs, or ends the script with one line that says what to install.
need() {
  install_missing "$1" && return
  fail "Missing: $(missing_of "$1" | paste -sd ' '). Install these Debian packages (or their like here), then start again."
}

# Ends the script with one line where Swift is missing or too old.
need_swift() {
  local home=$HOME/.local/share/swiftly/bin
  if ! command -v swift >/dev/null && [ -x "$home/swift" ]; then PATH=$home:$PATH; fi
  command -v swift >/dev/null ||
    fail "Missing: Swift 6.2 or newer. Install it from https://www.swift.org/install/linux/, then start again."
  local version
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -1)
  [ "$(printf '6.2\n%s\n' "$version" | sort -V | head -1)" = 6.2 ] ||
    fail "Swift $version is too old: 6.2 or newer is needed, from https://www.swift.org/install/linux/."
}

# quietly NAME COMMAND...: one line of progress, the output to a log; of that only what warns, and the log's end where it
# fails.
quietly() {
  local name=$1
  local log=$logs/${name//[^a-zA-Z0-9]/-}.log
  shift
  mkdir -p "$logs"
  say "$name ..."
  if "$@" >"$log" 2>&1; then
    grep '^warning: ' "$log" >&2 || true
    return 0
  fi
  tail -n 40 "$log" >&2
  say "$name: failed. All of it: $log"
  return 1
}

# The shipped build: optimized, Swift's libraries inside, and kneeguide without shared libraries at all (see
# Package.swift), for which there must be no path to look for them. All programs are built in the same way, so that one
# does not undo the work of the other. For size: a key wakes the program on a cold processor, which then spends more time
# on fetching code than on running it.
release_flags=(-c release --static-swift-stdlib --disable-local-rpath -Xswiftc -Osize)
build_release() (
  cd "$root" || exit
  build() { swift build "${release_flags[@]}" --product "$1"; }
  starts() { [ "$1" != kneeguide ] || .build/release/kneeguide --version; }
  if KNEEGUIDE_STATIC=1 build "$1" && starts "$1"; then exit 0; fi
  [ "$1" = kneeguide ] || exit 1
  # Not every system has all the static libraries, or can start what was linked from them.
  build kneeguide && starts kneeguide &&
    say "warning: kneeguide does not link or start without shared libraries here, so it uses them and starts slower."
)

# Whether something that a build reads is newer than what it made.
is_older() {
  local made=$1
  shift
  [ ! -e "$made" ] || [ -n "$(find "$@" -newer "$made" -print -quit)" ]
}

# A Python of our own, with the packages of a requirements file: `python_with FILE` prints its path.
python_with() {
  local requirements=$1 python=python3 home
  home=$root/.build/python-$(basename "$requirements" .txt)
  if ! cmp -s "$requirements" "$home/requirements.txt"; then
    mkdir -p "$logs"
    "$python" -c 'import ensurepip' 2>/dev/null || python=/usr/bin/python3
    rm -rf "$home"
    { "$python" -m venv "$home" && "$home/bin/pip" install --quiet --disable-pip-version-check -r "$requirements"; } \
      >"$logs/python.log" 2>&1 || return 1
    cp "$requirements" "$home/requirements.txt"
  fi
  echo "$home/bin/python"
}
