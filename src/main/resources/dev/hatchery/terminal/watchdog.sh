# Ends what a server has started once it says nothing for $1 seconds: it was put to sleep, or is gone.
# A byte on standard input is a sign of life; $2 has a directory for each of its runs, and in it a record
# whose first line is the mark that all processes of the run carry in their environment.

end_all() {
  for record in "$1"/*/child; do
    [ -f "$record" ] || continue
    mark=$(head -n 1 "$record")
    for environment in $(grep -lszxF "HATCHERY_RUN=$mark" /proc/[0-9]*/environ); do
      process=${environment#/proc/}
      kill -KILL "${process%/environ}"
    done
  done
}

while :; do
  sign=$(timeout "$1" head -c 1; echo $?)
  case $sign in
    .0) ;;
    124) end_all "$2" ;;
    *) end_all "$2"; exit ;;
  esac
done
