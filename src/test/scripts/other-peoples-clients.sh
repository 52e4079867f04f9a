#!/bin/sh
# Installs other people's clients that the tests let talk to Hatchery, as they are published, into
# target/clients. Where that fails the tests that need them report themselves as skipped (under
# CI=true a skip fails).
set -eu

mkdir -p target/clients
cp src/test/clients/* src/test/clients/.npmrc target/clients/
cd target/clients
if [ -f installed ] && cmp -s package-lock.json installed; then
  exit 0
fi
if ! command -v npm >/dev/null 2>&1; then
  echo "Some tests will be skipped; for all of them install npm." >&2
elif npm ci --silent --ignore-scripts; then
  cp package-lock.json installed
else
  echo "Some tests will be skipped: npm could not install the clients in src/test/clients." >&2
fi
