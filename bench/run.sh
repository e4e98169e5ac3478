#!/usr/bin/env bash
# ./serai bench capture: installs what the benchmark needs from Debian, builds it, and runs it against the built hub.
set -euo pipefail

root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
complain() { printf 'serai: %s\n' "$1" >&2; exit "${2:-2}"; }
. "$root/launcher/java.sh"
. "$root/launcher/packages.sh"

case ${1:-} in
  capture) main=dev.serai.bench.CaptureBench ;;
  *) complain "bench knows capture, not '${1:-}'; \`./serai bench --help\` explains it" ;;
esac

find_java
need_build_tools
install_packages >&2
echo 'serai: bench: building' >&2
"$root/serai" version >/dev/null
classpath=$root/processors/target/bench-classpath
(cd "$root" && JAVA_HOME=$java_home mvn -q -B -Dquick test-compile dependency:build-classpath \
  "-Dmdep.outputFile=$classpath" -Dmdep.includeScope=test </dev/null >&2) || complain 'the benchmark does not build' 1
exec "$java" "${jvm_flags[@]}" "-Dserai.home=$root" \
  -cp "$root/processors/target/test-classes:$root/processors/target/classes:$(<"$classpath")" "$main" "${@:2}"
