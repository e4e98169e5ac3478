#!/usr/bin/env bash
# ./serai verify [--long] [--corpus DIR]: installs what the tests need from Debian, then runs everything that shows the hub works.
set -euo pipefail

root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
complain() { printf 'serai: %s\n' "$1" >&2; exit "${2:-2}"; }
. "$root/launcher/java.sh"
. "$root/launcher/packages.sh"
. "$root/launcher/leftovers.sh"

tests=()
while (($#)); do
  case $1 in
    --long) tests+=(-Dserai.test.long=true) ;;
    --corpus)
      [[ -n $(find "${2:-}" \( -name '*.eml' -o -name '*.msg' \) -print -quit 2>/dev/null) ]] \
        || complain "--corpus ${2:-}: expected a folder with *.eml or *.msg files"
      tests+=("-Dserai.test.corpus=$(readlink -f "$2")")
      shift ;;
    *) complain "verify knows --long and --corpus DIR, not $1; \`./serai verify --help\` explains it" ;;
  esac
  shift
done

# Every process started from here inherits this mark, by which leftovers are found.
export SERAI_VERIFY=$$
begin=$SECONDS
summary=()
failed=0
child=''

stop() {
  [[ -z $child ]] || kill "$child" 2>/dev/null || true
  end_leftovers
  exit 130
}
trap stop INT TERM HUP

# step NAME COMMAND...: runs it, keeps its time; after a failure the later steps are left out, and said to be.
step() {
  local name=$1 start=$SECONDS status=0
  shift
  ((failed == 0)) || { summary+=("$name not run"); return 0; }
  printf '\nserai: verify: %s\n' "$name"
  "$@" </dev/null &
  child=$!
  wait "$child" || status=$?
  child=''
  ((status == 0)) || failed=1
  summary+=("$name $( ((status == 0)) && echo ok || echo "FAILED ($status)") $((SECONDS - start)) s")
  printf 'serai: verify: %s\n' "${summary[-1]}"
}

has_command() { "$root/serai" --help | grep -q "^  $1 "; }

maven() { cd "$root" && JAVA_HOME=$java_home mvn -B "${tests[@]}" verify; }

demo() { "$root/serai" demo --exit --json >/dev/null; }

find_java
need_build_tools
install_packages
step 'build and tests' maven
step 'launcher' "$root/launcher/test.sh"
((failed)) || ! has_command check || step 'check' "$root/serai" check
((failed)) || ! has_command demo || step 'demo' demo
step 'no process left' no_leftovers

joined=$(printf '; %s' "${summary[@]}")
printf '\nserai: verify %s in %d s: %s\n' "$( ((failed)) && echo FAILED || echo passed)" $((SECONDS - begin)) "${joined:2}"
exit "$failed"
