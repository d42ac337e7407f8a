#!/usr/bin/env bash
# Finds Chromium or Chrome for the browser tests; as root on Debian it installs the package.
set -u
for name in "${BROWSER_PATH:-}" chromium chromium-browser google-chrome google-chrome-stable chrome; do
  [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "installing Chromium for the browser tests"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; } >/tmp/tawqit-chromium.log 2>&1 && exit 0
  echo "Chromium could not be installed; see /tmp/tawqit-chromium.log" >&2
  exit 1
fi
echo "The browser tests need Chromium or Chrome: install Debian's or Ubuntu's package «chromium», or set BROWSER_PATH to the program." >&2
exit 1
