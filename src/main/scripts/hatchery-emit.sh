# Lets a shell script report its work to Hatchery; source it in sh or bash:
#
#   . hatchery-emit.sh
#   hatchery_emit task_started '{"task_name":"Nightly backup"}' backup
#   hatchery_emit progress '{"percent":40,"message":"4 of 10 volumes"}' backup
#   hatchery_emit noted "{\"message\":$(hatchery_text "$file is \"done\"")}" backup
#   hatchery_emit task_completed '{"status":"passed"}' backup
#
# hatchery_emit TYPE [JSON [RUN]] returns at once and always with 0: events are sent in their order from the
# background, and where the server (HATCHERY_URL, http://127.0.0.1:8000) is away they are dropped. What the
# server asks for to let you in stands in HATCHERY_TOKEN, a certificate of its own in the file HATCHERY_CACERT.
# hatchery_text TEXT makes a JSON text of whatever a variable holds.

# A name that nobody can guess; it is a directory only while something waits to be sent.
_hatchery_spool=$(mktemp -u "${TMPDIR:-/tmp}/hatchery-emit.XXXXXXXXXXXX" 2>/dev/null) || _hatchery_spool=

# In a subshell, so that nothing of it touches the caller: not its variables, options, jobs or exit code.
hatchery_emit() (
  set +eu
  exec </dev/null >/dev/null 2>&1 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-
  [ -n "$1" ] && [ -n "$_hatchery_spool" ] && command -v curl || exit 0
  umask 077
  data=${2-}
  run=${3:+",\"run\":$(hatchery_text "$3")"}
  line=$(printf '{"type":"%s","data":%s%s}' "$1" "${data:-"{}"}" "$run" | tr '\r\n' '  ')
  for try in 1 2; do
    mkdir -p "$_hatchery_spool" && printf '%s\n' "$line" >>"$_hatchery_spool/events" && break
  done
  _hatchery_send &
  exit 0
)

# With its quotes; control characters become spaces, line breaks stay what they are.
hatchery_text() {
  printf '"%s"' "$(printf '%s' "${1-}" | LC_ALL=C tr '\001-\011\013-\037\177' '[ *]' |
    LC_ALL=C sed -e ':a' -e '$!{' -e 'N' -e 'ba' -e '}' -e 's/[\\"]/\\&/g' -e 's/\n/\\n/g')"
}

# Only one sends at a time. Whoever goes looks once more, for what came while it was leaving. A file that is empty
# is left alone: somebody has just opened it, and what he writes would be lost.
_hatchery_send() {
  while [ -s "$_hatchery_spool/events" ] && mkdir "$_hatchery_spool/sending"; do
    while [ -s "$_hatchery_spool/events" ] && mv "$_hatchery_spool/events" "$_hatchery_spool/batch"; do
      while IFS= read -r line && _hatchery_post "$line"; do :; done <"$_hatchery_spool/batch"
    done
    rm -f "$_hatchery_spool/batch"
    rmdir "$_hatchery_spool/sending"
  done
  rmdir "$_hatchery_spool"
}

# Fails where the server does not answer. The token goes by a descriptor: arguments are everybody's to read.
_hatchery_post() {
  q='"'
  printf '%s' "$1" | curl --silent --connect-timeout 2 --max-time 15 --config /dev/fd/3 --data-binary @- \
    --header 'Content-Type: application/json' "${HATCHERY_URL:-http://127.0.0.1:8000}/emit" 3<<EOF
${HATCHERY_TOKEN:+header = ${q}Authorization: Bearer $HATCHERY_TOKEN$q}
${HATCHERY_CACERT:+cacert = ${q}$HATCHERY_CACERT$q}
EOF
}
