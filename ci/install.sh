#!/usr/bin/env bash
# Builds trueup in the folder of the action, once a runner, and puts it on the path. Needs npm.
set -euo pipefail
source=${GITHUB_ACTION_PATH:?is set by GitHub}
bin=${RUNNER_TEMP:?is set by GitHub}/trueup-bin
if [ ! -e "$source/dist/cli/main.js" ]; then
  (cd "$source" && npm ci --no-audit --no-fund && npm run -s build && npx --no-install oclif manifest)
fi
mkdir -p "$bin"
printf '#!/bin/sh\nexec node "%s" "$@"\n' "$source/bin/run.js" >"$bin/trueup"
chmod +x "$bin/trueup"
echo "$bin" >>"$GITHUB_PATH"
