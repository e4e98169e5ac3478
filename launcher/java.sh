# Finds a Java of at least 17: JAVA_HOME's, else that of the PATH, else Debian's. Sets `java` and `java_home`.

# Half a hub is worse than none: one that is out of memory ends with code 3; a restart goes on where it was.
jvm_flags=(
  -XX:+ExitOnOutOfMemoryError
  -Djava.awt.headless=true
  -Djakarta.mail.util.StreamProvider=org.eclipse.angus.mail.util.MailStreamProvider
  -Dfile.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8
  -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8
)

# Reads the version from the JDK's `release` file: starting a JVM to ask would cost more than the rest of this script.
java_major() {
  local line version=''
  [[ -x $1/bin/java ]] || { printf 0; return; }
  if [[ -r $1/release ]]; then
    while IFS= read -r line; do
      [[ $line == JAVA_VERSION=* ]] && version=${line#*=}
    done <"$1/release"
  else
    version=$("$1/bin/java" -version 2>&1 | sed -n '1s/.*version //p')
  fi
  version=${version//\"/}
  version=${version#1.}
  printf '%s' "${version%%[!0-9]*}"
}

find_java() {
  local candidate on_path
  on_path=$(command -v java || true)
  on_path=${on_path:+$(readlink -f "$on_path")}
  for candidate in "${JAVA_HOME:-}" "${on_path%/bin/java}" "${SERAI_PROGRAMS:-}"/usr/lib/jvm/java-*-openjdk-*; do
    if [[ -n $candidate ]] && (($(java_major "$candidate") >= 17)); then
      java_home=$candidate
      java=$candidate/bin/java
      return
    fi
  done
  complain 'Java 17 or newer is missing; Debian has it: apt-get install openjdk-17-jdk-headless'
}

need_build_tools() {
  [[ -x $java_home/bin/javac ]] ||
    complain "$java_home has no compiler; Debian has it: apt-get install openjdk-17-jdk-headless"
  command -v mvn >/dev/null || complain 'Maven is missing; Debian has it: apt-get install maven'
}
