#!/usr/bin/env bash
# ./serai bench capture|dispatch|reading|screening|submit: installs what the benchmark needs from Debian, builds it, and runs it.
set -euo pipefail

root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
complain() { printf 'serai: %s\n' "$1" >&2; exit "${2:-2}"; }
. "$root/launcher/java.sh"
. "$root/launcher/packages.sh"

case ${1:-} in
  capture) main=dev.serai.bench.CaptureBench ;;
  dispatch) main=dev.serai.bench.DispatchBench ;;
  reading) main=dev.serai.bench.MailReading ;;
  screening) main=dev.serai.bench.ScreeningBench ;;
  submit) main=dev.serai.bench.SubmitBench ;;
  *) complain "bench knows capture, dispatch, reading, screening and submit, not '${1:-}'; \`./serai bench --help\` explains it" ;;
esac

find_java
need_build_tools
[[ $main != *CaptureBench && $main != *DispatchBench && $main != *SubmitBench ]] || install_packages >&2
echo 'serai: bench: building' >&2
"$root/serai" version >/dev/null
classpath=$root/processors/target/bench-classpath
(cd "$root" && JAVA_HOME=$java_home mvn -q -B -Dquick test-compile dependency:build-classpath \
  "-Dmdep.outputFile=$classpath" -Dmdep.includeScope=test </dev/null >&2) || complain 'the benchmark does not build' 1
classes=$root/processors/target/test-classes:$root/processors/target/classes:$(<"$classpath")
if [[ $main == *MailReading ]]; then
  # What JMH generates is made apart: nothing else of the tests is a JMH benchmark, and the strict build takes no processors.
  generated=$root/processors/target/jmh
  rm -rf "$generated" && mkdir -p "$generated"
  "$java_home/bin/javac" -nowarn -d "$generated" -cp "$classes" -processor org.openjdk.jmh.generators.BenchmarkProcessor \
    "$root/processors/src/test/java/dev/serai/bench/MailReading.java" || complain 'the benchmark does not build' 1
  classes=$generated:$classes
fi
exec "$java" "${jvm_flags[@]}" "-Dserai.home=$root" -cp "$classes" "$main" "${@:2}"
