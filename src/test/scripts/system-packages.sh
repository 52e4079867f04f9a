#!/bin/sh
# Installs what the tests use from the system: a real Chromium, the real tqdm, curl, openssl, nginx, node and npm.
# As root on Debian it installs them; elsewhere it names the command, and the tests that need them
# report themselves as skipped (under CI=true a skip fails).
set -eu

# Asked for as SystemPackage.java asks.
missing=
[ -x /usr/bin/chromium ] || missing="$missing chromium"
/usr/bin/python3 -c 'import tqdm' >/dev/null 2>&1 || missing="$missing python3-tqdm"
command -v node >/dev/null 2>&1 || missing="$missing nodejs"
command -v npm >/dev/null 2>&1 || missing="$missing npm"
openssl version 2>/dev/null | grep -q '^OpenSSL [3-9]' || missing="$missing openssl"
command -v curl >/dev/null 2>&1 || missing="$missing curl"
PATH=$PATH:/usr/sbin command -v nginx >/dev/null 2>&1 || missing="$missing nginx"
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  export DEBIAN_FRONTEND=noninteractive
  policy=/usr/sbin/policy-rc.d
  if [ ! -e "$policy" ]; then
    # Nothing that is installed shall start to listen somewhere.
    trap 'rm -f "$policy"' EXIT
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
  fi
  apt-get update -q
  # shellcheck disable=SC2086 # a list of package names
  apt-get install -q -y --no-install-recommends $missing
else
  echo "Some tests will be skipped; for all of them run: sudo apt-get install$missing" >&2
fi
