# Starts a program so that its terminal is as before afterwards, whatever became of it. Sourced, never run.
# shellcheck shell=bash

# run_and_restore COMMAND...: runs it on the terminal of this script, hands on requests to end, and returns its status.
#
# A program gives its terminal back itself, but none can that was killed (kill -9, or no memory was left).
run_and_restore() {
  local modes child status
  modes=$(stty -g)
  # In the background of this shell, so that it can hand on signals; they still share the terminal.
  "$@" <&0 &
  child=$!
  trap 'kill -TERM "$child" 2>/dev/null || true' TERM
  trap 'kill -HUP "$child" 2>/dev/null || true' HUP
  trap 'kill -INT "$child" 2>/dev/null || true' INT
  while true; do
    status=0
    wait "$child" || status=$?
    kill -0 "$child" 2>/dev/null || break # A signal ends only the wait.
  done
  trap - TERM HUP INT
  if [ "$status" -eq 137 ]; then
    # Reports of the pointer and of pastes, then what the description of the terminal knows.
    printf '\033[?1006l\033[?1002l\033[?1000l\033[?2004l'
    printf '%s\n' sgr0 rmkx rmcup cnorm | tput -S 2>/dev/null || true
    stty "$modes" 2>/dev/null || true
  fi
  return "$status"
}
