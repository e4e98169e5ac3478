# Finds the processes that a verification started and left behind, by the mark in their environment. The mark is set
# after verify's own start, so that it does not find itself.

leftovers() {
  local file pid
  for file in /proc/[0-9]*/environ; do
    pid=${file#/proc/}
    if grep -qzx "SERAI_VERIFY=$SERAI_VERIFY" "$file" 2>/dev/null; then printf '%s\n' "${pid%/environ}"; fi
  done
}

# Fails when something is left after a grace of five seconds, and ends it.
no_leftovers() {
  local pid found try
  for try in 1 2 3 4 5; do
    found=$(leftovers)
    [[ -n $found ]] || return 0
    ((try == 5)) || sleep 1
  done
  for pid in $found; do
    printf 'left behind: %s %s\n' "$pid" "$(tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null)"
  done
  end_leftovers
  return 1
}

end_leftovers() {
  local pid
  for pid in $(leftovers); do kill -KILL "$pid" 2>/dev/null || true; done
}
