#!/usr/bin/env bash
# Tests of the launcher itself: each is a sentence and a function, each runs `serai` as a user would.
set -euo pipefail

root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
chmod 755 "$folder"
failures=0

fail() { printf '    %s\n' "$*"; return 1; }

# serai_says STATUS TEXT COMMAND...: the command's exit status, and a text in its output.
serai_says() {
  local wanted=$1 text=$2 output status=0
  output=$("${@:3}" 2>&1) || status=$?
  [[ $status == "$wanted" ]] || fail "exit status $status instead of $wanted: $output"
  [[ $output == *"$text"* ]] || fail "not in the output: $text"$'\n'"$output"
}

# A PATH with what the launcher itself uses and what the arguments name, no Java, no Maven.
bare_path() {
  local bin=$folder/bin.$RANDOM name
  mkdir "$bin"
  for name in bash sh env readlink dirname find sort cksum tr sed flock mkdir git cat rm "$@"; do
    ln -s "$(command -v "$name")" "$bin/$name" 2>/dev/null || true
  done
  printf '%s' "$bin"
}

it_works_from_any_folder_through_a_link() {
  ln -s "$root/serai" "$folder/link to serai"
  (cd / && serai_says 0 'version' "$folder/link to serai" --help)
}

arguments_with_spaces_survive() { serai_says 2 "'a  b'" "$root/serai" version 'a  b'; }

non_ascii_arguments_survive_a_c_locale() { serai_says 2 "'ü'" env LC_ALL=C "$root/serai" version ü; }

wrong_use_is_two_lines_and_status_2() {
  [[ $("$root/serai" versoin 2>&1 | wc -l) == 2 ]] || fail 'not two lines'
  serai_says 2 'did you mean' "$root/serai" versoin
}

bench_says_what_it_measures() { serai_says 2 "bench knows capture, dispatch, reading, screening and submit, not 'nothing'" "$root/serai" bench nothing; }

verify_wants_a_corpus_with_mails() {
  serai_says 2 'expected a folder with *.eml or *.msg files' "$root/serai" verify --corpus "$folder"
}

missing_java_is_one_line_with_the_package() {
  serai_says 2 'apt-get install openjdk-17-jdk-headless' \
    env -u JAVA_HOME PATH="$(bare_path)" SERAI_PROGRAMS="$folder/nothing" "$root/serai" --help
}

missing_maven_is_one_line_with_the_package() {
  copy_of_the_checkout "$folder/unbuilt"
  serai_says 2 'apt-get install maven' env PATH="$(bare_path java)" "$folder/unbuilt/serai" --help
}

new_writes_into_the_instance_what_check_accepts() {
  local desk="$folder/my desk"
  serai_says 0 'new mailbox support' "$root/serai" create "$desk"
  serai_says 0 'Wrote  config/queues/returns.yaml' "$root/serai" new queue returns --home "$desk"
  serai_says 2 'overwrites nothing' "$root/serai" new queue returns --home "$desk"
  serai_says 2 'expected lower-case letters' "$root/serai" new queue Returns --home "$desk"
  serai_says 0 'files: nothing wrong' "$root/serai" check --home "$desk"
}

help_takes_less_than_a_second() {
  local begin=${EPOCHREALTIME/[.,]/}
  "$root/serai" --help >/dev/null
  local took=$((${EPOCHREALTIME/[.,]/} - begin))
  ((took < 1000000)) || fail "$took microseconds"
}

verify_without_rights_prints_the_line_to_run() {
  copy_of_the_checkout "$folder/unprivileged"
  local drop=()
  ((EUID != 0)) || drop=(setpriv --reuid nobody --regid nogroup --clear-groups)
  serai_says 2 'apt-get install -y --no-install-recommends dovecot-imapd' \
    env SERAI_PROGRAMS="$folder/nothing" PATH="$(bare_path java mvn javac apt-get setpriv)" \
    "${drop[@]}" "$folder/unprivileged/serai" verify
}

verify_with_rights_installs_what_is_missing() {
  local bin
  bin=$(bare_path java mvn javac chmod)
  mkdir -p "$folder/system/usr/sbin"
  for name in apt-get debconf-set-selections sudo; do
    printf '#!/bin/sh\necho "%s $*" >>"%s/calls"\n[ "$1" != -n ] || { shift; exec "$@"; }\n' "$name" "$folder" >"$bin/$name"
    chmod +x "$bin/$name"
  done
  serai_says 2 'installed, and yet no program' \
    env SERAI_PROGRAMS="$folder/system" PATH="$bin" "$root/serai" verify
  grep -q '^apt-get install -y --no-install-recommends dovecot-imapd dovecot-pop3d postfix postgresql chromium$' \
    "$folder/calls" || fail "$(cat "$folder/calls")"
  [[ ! -e $folder/system/usr/sbin/policy-rc.d ]] || fail 'the policy against service starts is still there'
}

two_first_uses_at_once_build_once() {
  local copy="$folder/check out"
  copy_of_the_checkout "$copy"
  "$copy/serai" version >"$folder/first" 2>&1 &
  local first=$!
  serai_says 0 'camel' "$copy/serai" version
  wait "$first" || fail "$(cat "$folder/first")"
  [[ $(ls "$copy/processors/target/app" | wc -l) == 1 ]] || fail 'more than one build'
}

copy_of_the_checkout() {
  mkdir -p "$1"
  (cd "$root" && tar cf - serai launcher .mvn pom.xml */pom.xml transformers/src/main processors/src/main) | tar xf - -C "$1"
}

for name in $(declare -F | sed 's/^declare -f //'); do
  case $name in fail | serai_says | bare_path | copy_of_the_checkout) continue ;; esac
  "$name" & # not inside `if`, where the shell would not stop at a test's first failure
  if wait $!; then
    printf '  ok      %s\n' "${name//_/ }"
  else
    printf '  FAILED  %s\n' "${name//_/ }"
    failures=$((failures + 1))
  fi
done
exit "$((failures > 0))"
