#!/usr/bin/env bash
# Gitee shows neither annotations nor reports: the exit code blocks the merge, and comment.md is the body to post
# as a comment on the pull request (with the platform's own means). Run in the clone, with the target branch fetched:
#   bash gitee-comment.sh origin/master
set -uo pipefail
base=${1:?the branch that the pull request goes to, such as origin/master}
vtrack check --against "$base" --ignore target --format plain --output markdown=report.md --lang zh
code=$?
{
  vtrack diff "$base" --format markdown --lang zh
  echo
  cat report.md
} > comment.md
exit "$code"
