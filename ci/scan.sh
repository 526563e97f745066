#!/usr/bin/env bash
# One scan for a run of GitHub Actions: annotations, a summary, a comment, files for the steps to come. Its flags come as TRUEUP_*;
# ends with the exit code of trueup.
set -uo pipefail
folder=${RUNNER_TEMP:?is set by GitHub}/trueup
mkdir -p "$folder"
json=$folder/report.json sarif=$folder/report.sarif markdown=$folder/report.md
rm -f "$json" "$sarif" "$markdown"

reports=(--report "json=$json" --report "sarif=$sarif" --report "markdown=$markdown" --report terminal)
[ "${ANNOTATIONS:-}" = true ] && reports+=(--report github)
more=()
if [ -n "${ARGUMENTS:-}" ]; then
  # Quotes count as in a shell; nothing is expanded or run.
  mapfile -d '' -t more < <(xargs printf '%s\0' <<<"$ARGUMENTS")
fi

trueup scan "${reports[@]}" ${more[@]+"${more[@]}"}
status=$?

{
  echo "exit-code=$status"
  for name in json sarif markdown; do
    [ -e "${!name}" ] && echo "$name=${!name}"
  done
  [ -e "$json" ] && node -p '"findings=" + JSON.parse(fs.readFileSync(process.argv[1])).summary.total' "$json"
} >>"$GITHUB_OUTPUT"

if [ -e "$markdown" ]; then
  [ "${SUMMARY:-}" = true ] && cat "$markdown" >>"$GITHUB_STEP_SUMMARY"
  if [ "${COMMENT:-}" = true ] && [ -n "${PULL_REQUEST:-}" ]; then
    gh pr comment "$PULL_REQUEST" --body-file "$markdown" --edit-last --create-if-none ||
      echo '::warning title=trueup::The comment could not be written; it takes the permission pull-requests: write.'
  fi
fi
exit "$status"
