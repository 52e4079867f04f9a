#!/bin/sh
# Measures the built jar over the network beside other servers, with a load generator of its own folder.
#
# usage: network-bench.sh FOLDER [SCENARIOS [PEERS [REPETITIONS]]]
#   FOLDER       holds bench.py, table.py, fanout/ and peers/; it is copied, never changed
#   SCENARIOS    max-1000,gentle-1000,topics-1000,idle-10000,slow-20,replay-500 if nothing else is named
#   PEERS        c-each,nchan if nothing else is named (nchan: the packages nginx-light and libnginx-mod-nchan)
#   REPETITIONS  5; everything is interleaved, and the table has medians
# SYNCHRONOUS=NORMAL lets the journal not wait for the disk, as the row on CPU wants it. JAVA_OPTS are the server's.
set -eu

if [ $# -lt 1 ] || [ ! -f "$1/bench.py" ]; then
  sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
folder=$1
scenarios=${2:-max-1000,gentle-1000,topics-1000,idle-10000,slow-20,replay-500}
peers=${3:-c-each,nchan}
repetitions=${4:-5}
project=$(cd "$(dirname "$0")/../../.." && pwd)
work=$project/target/network-bench
results=$work/results/$(date +%Y%m%d-%H%M%S)

if [ ! -f "$project/target/hatchery.jar" ]; then
  echo "network-bench: build the jar first: mvn package -DskipTests" >&2
  exit 1
fi
least=12000
ulimit -n "$(ulimit -Hn)"
if [ "$(ulimit -n)" != unlimited ] && [ "$(ulimit -n)" -lt "$least" ]; then
  echo "network-bench: $(ulimit -n) files may be open, 10,000 connections need $least" >&2
fi

mkdir -p "$work" "$results"
rm -rf "$work/bench"
cp -R "$folder" "$work/bench"
chmod -R u+w "$work/bench"
cd "$work/bench"

# nchan takes only who asks for events for a subscriber of events, and the table must show us.
sed 's|Accept: \*/\*|Accept: text/event-stream|' bench.py > bench.new && mv bench.new bench.py
grep -q '"hatchery"' table.py || {
  sed 's|^ORDER = \[|ORDER = ["hatchery", |' table.py > table.new && mv table.new table.py
}
make -s -C fanout

# Each start gets a journal of its own, or it would hold what an earlier one left.
cat > hatchery.sh << START
#!/bin/sh
data=\$(mktemp -d "$work/data.XXXXXX")
export HATCHERY_PROGRESS_MAX_EVENTS_PER_SECOND=0 HATCHERY_LLM_PROVIDER=storyteller
export HATCHERY_JOURNAL_SYNCHRONOUS=${SYNCHRONOUS:-FULL}
export JAVA_OPTS="${JAVA_OPTS:--XX:+UseSerialGC -XX:+IgnoreUnrecognizedVMOptions -XX:+UseCompactObjectHeaders -Xms64m -Xmx1g}"
exec "$project/target/hatchery" serve --port "\$1" --data "\$data"
START
chmod +x hatchery.sh
trap 'rm -rf "$work"/data.*' EXIT

python3 bench.py --scenarios "$scenarios" --peers "$peers" --reps "$repetitions" --out "$results" \
  --hatchery "$work/bench/hatchery.sh {port}"
python3 table.py "$results" | tee "$results/table.md"
echo
echo "Every run stands in $results."
