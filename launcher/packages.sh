# What the tests need beside Java and Maven: Debian package and a program that shows it is there.
# SERAI_PROGRAMS puts another folder before the programs' paths, for the launcher's own tests.

needed=(
  dovecot-imapd=/usr/lib/dovecot/imap
  dovecot-pop3d=/usr/lib/dovecot/pop3
  postfix=/usr/sbin/smtp-sink
  'postgresql=/usr/lib/postgresql/*/bin/initdb'
  chromium=/usr/bin/chromium
)

missing_packages() {
  local entry
  for entry in "${needed[@]}"; do
    compgen -G "${SERAI_PROGRAMS:-}${entry#*=}" >/dev/null || printf '%s\n' "${entry%%=*}"
  done
}

# Postfix asks a question unless it is answered before; servers must not start, so the package scripts are told not
# to, by a policy that is there only meanwhile.
install_script='
  set -e
  export DEBIAN_FRONTEND=noninteractive
  policy=$0/usr/sbin/policy-rc.d
  if [ ! -e "$policy" ]; then
    trap "rm -f \"$policy\"" EXIT
    printf "#!/bin/sh\nexit 101\n" >"$policy"
    chmod +x "$policy"
  fi
  echo "postfix postfix/main_mailer_type select No configuration" | debconf-set-selections
  install() { apt-get install -y --no-install-recommends "$@"; }
  install "$@" || { apt-get update && install "$@"; }
'

install_packages() {
  local packages as_root=()
  mapfile -t packages < <(missing_packages)
  ((${#packages[@]})) || return 0
  local line="apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends ${packages[*]}"
  command -v apt-get >/dev/null ||
    complain "the tests need the programs of these Debian packages, and there is no apt-get here: ${packages[*]}"
  if ((EUID != 0)); then
    sudo -n true 2>/dev/null || complain "the tests need packages; as root run: $line"
    as_root=(sudo -n)
  fi
  echo "serai: verify: installing ${packages[*]}"
  "${as_root[@]}" sh -c "$install_script" "${SERAI_PROGRAMS:-/}" "${packages[@]}" || complain "the installation failed; as root run: $line"
  mapfile -t packages < <(missing_packages)
  ((${#packages[@]} == 0)) || complain "installed, and yet no program of: ${packages[*]}"
}
