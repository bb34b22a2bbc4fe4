import Glibc

/// A folder with programs in the place of those of CUPS, which act as in one state and write down
/// what they are given.
///
/// What they say was taken down from CUPS 2.4.2.
package struct FakeClient: Sendable {
  package let folder: String
  /// The name of the printer that there is.
  package static let printer = "desk"
  /// The job that a submission gives.
  package static let job = "desk-7"

  package enum State: String, CaseIterable, Sendable {
    /// Printed at the second look; nothing is kept.
    case prints
    /// The same, and the history is kept.
    case printsAndKeeps
    /// Out of paper for ever.
    case outOfPaper
    /// A tray says that it is empty for a while, and it is printed from another.
    case otherTrayEmpty
    /// Out of paper at the first look alone.
    case hiccup
    case offline
    /// Called, and never answered.
    case calling
    /// Called, and answered after a while.
    case wakesUp
    case stopped
    case stoppedForPaper
    case jammed
    case rejects
    case unknown
    case noDefault
    case noService
    /// The printer gives up; nothing is kept.
    case aborts
    case abortsAndKeeps
    case retries
    case held
    /// Neither printed nor anything wrong.
    case waits
    /// Printing for ever.
    case prints4ever
    /// `lp` takes the pages, and never ends.
    case submissionHangs
    /// `lp` fails after the service has taken the job.
    case submissionDies
    /// No answer from the service, ever.
    case hangs
  }

  /// - Parameter state: what the programs act like; another can be put in place later.
  package init(_ state: State) {
    var template = Array("/tmp/kneeguide-print-XXXXXX".utf8CString)
    folder = mkdtemp(&template).map { String(cString: $0) } ?? "/nowhere"
    put(state)
    for (name, text) in [("lp", Self.lp), ("lpstat", Self.lpstat), ("cancel", Self.cancel)] {
      write(name, "#!/bin/sh\nhere=\(folder)\n" + Self.opening + text)
      chmod("\(folder)/\(name)", 0o755)
    }
  }

  package func put(_ state: State) { write("state", state.rawValue) }

  package func remove() {
    for name in [
      "lp", "lpstat", "cancel", "state", "calls", "text", "jobs", "pids", "environment", "began",
    ] {
      unlink("\(folder)/\(name)")
    }
    rmdir(folder)
  }

  /// A line for each call: the program and its arguments.
  package var calls: [String] { lines("calls") }
  /// The environments of all calls.
  package var environment: [String] { lines("environment") }
  /// What was printed last.
  package var text: String { read("text") }
  /// The jobs in the queue.
  package var jobs: [String] { lines("jobs") }
  /// The processes of all programs.
  package var processes: [Int32] { lines("pids").compactMap { Int32($0) } }

  package var livingProcesses: [Int32] { processes.filter { kill($0, 0) == 0 } }

  private func lines(_ name: String) -> [String] {
    read(name).split(separator: "\n").map { String($0) }
  }

  private func read(_ name: String) -> String {
    guard let file = fopen("\(folder)/\(name)", "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte >= 0 { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(_ name: String, _ text: String) {
    guard let file = fopen("\(folder)/\(name)", "w") else { return }
    defer { fclose(file) }
    fputs(text, file)
  }

  private static let opening = """
    state=$(cat $here/state)
    echo "$(basename $0) $*" >> $here/calls
    env | grep -v '^PWD=\\|^SHLVL=\\|^_=\\|^OLDPWD=' >> $here/environment
    echo $$ >> $here/pids
    [ $state = hangs ] && exec sleep 600

    """

  private static let lp = """
    case $state in
    rejects) echo 'lp: Destination "desk" is not accepting jobs.' >&2; exit 1 ;;
    unknown | noService) echo 'lp: Error - The printer or class does not exist.' >&2; exit 1 ;;
    noDefault) echo 'lp: Error - No default destination.' >&2; exit 1 ;;
    submissionHangs) echo desk-7 >> $here/jobs; exec sleep 600 ;;
    submissionDies) echo desk-7 >> $here/jobs; kill -KILL $$ ;;
    esac
    cat > $here/text
    date +%s%3N > $here/began
    echo desk-7 >> $here/jobs
    echo 'request id is desk-7 (0 file(s))'

    """

  private static let cancel = """
    for job; do :; done
    grep -vx "$job" $here/jobs > $here/jobs.new
    mv $here/jobs.new $here/jobs

    """

  /// `look` is how often the printer was asked for; it prints at the second time.
  private static let lpstat = """
    case "$1" in
    -r)
      [ $state = noService ] && echo 'scheduler is not running' || echo 'scheduler is running'
      exit 0 ;;
    -a)
      if [ $state = rejects ]; then
        printf 'desk not accepting requests since Mon Nov 23 04:23:06 2026 -\\n\\tRejecting Jobs\\n'
      else
        echo 'desk accepting requests since Mon Nov 23 04:23:06 2026'
      fi
      exit 0 ;;
    esac
    case $state in
    unknown | noService) echo 'lpstat: Invalid destination name in list "desk".' >&2; exit 1 ;;
    esac
    look=$(grep -c '^lpstat -l -p' $here/calls)
    began=$(cat $here/began 2>/dev/null || echo 0)
    case $state in
    wakesUp | otherTrayEmpty) [ $(date +%s%3N) -ge $((began + 800)) ] && last=0 || last=1000 ;;
    hiccup) last=3 ;;
    *) last=2 ;;
    esac
    case $state in
    prints | printsAndKeeps | aborts | abortsAndKeeps | wakesUp | otherTrayEmpty | hiccup)
      [ $look -ge $last ] && : > $here/jobs ;;
    esac
    idle() { echo 'printer desk is idle.  enabled since Mon Nov 23 04:23:16 2026'; }
    busy() { echo 'printer desk now printing desk-7.  enabled since Mon Nov 23 04:23:16 2026'; }
    off() { printf 'printer desk disabled since Mon Nov 23 04:23:16 2026 -\\n'; }
    said() { printf '\\t%s\\n' "$1"; }
    rest() { printf '\\tForm mounted:\\n\\tContent types: any\\n\\tAlerts: %s\\n\\tLocation: \\n\\tUsers allowed:\\n\\t\\t(all)\\n' "$1"; }
    job() { printf 'desk-7                  kneeguide         1024   Mon Nov 23 04:23:16 2026\\n\\tStatus: %s\\n\\tAlerts: %s\\n\\tqueued for desk\\n' "$1" "$2"; }
    if [ "$2" = -p ]; then
      case $state in
      outOfPaper) busy; said 'Paper is out'; rest media-empty-error ;;
      otherTrayEmpty) busy; rest 'media-empty-warning media-low-report' ;;
      offline) busy; said 'The printer may not exist or is unavailable at this time.'; rest none ;;
      calling) busy; rest connecting-to-device ;;
      hiccup)
        [ $look -le 1 ] && alert=media-empty-error || alert=none
        busy; rest $alert ;;
      wakesUp) busy; rest connecting-to-device ;;
      stopped) off; said 'reason unknown'; rest paused ;;
      stoppedForPaper) off; said 'Media tray empty!'; rest 'media-empty-error paused' ;;
      jammed) busy; rest media-jam-error ;;
      aborts | abortsAndKeeps | retries) idle; said broken; rest none ;;
      held | waits) idle; rest none ;;
      prints4ever) busy; said 'Printing page 1, 50% complete.'; rest none ;;
      *) [ -s $here/jobs ] && busy || idle; rest none ;;
      esac
      exit 0
    fi
    case "$*" in
    *-W\\ completed*)
      case $state in
      printsAndKeeps) job '' processing-to-stop-point ;;
      abortsAndKeeps) job broken processing-to-stop-point ;;
      esac
      exit 0 ;;
    esac
    [ -s $here/jobs ] || exit 0
    case "$state $1" in
    *' -W') echo 'desk-7                  kneeguide         1024   Mon Nov 23 04:23:16 2026' ;;
    outOfPaper*) job 'Paper is out' job-printing ;;
    stopped*) job '' printer-stopped ;;
    retries*) job broken resources-are-not-ready ;;
    held*) job '' job-hold-until-specified ;;
    waits*) job '' none ;;
    *) job '' job-printing ;;
    esac

    """
}
