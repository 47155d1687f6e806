#!/usr/bin/env bash
# Gitee shows neither annotations nor reports: the exit code blocks the merge, and comment.md is the body to post
# as a comment on the pull request. Run in the clone, with the branch that the pull request goes to fetched:
#   bash gitee-comment.sh origin/master
set -uo pipefail
base=${1:?the branch that the pull request goes to, such as origin/master}
report=$(mktemp)
trap 'rm -f "$report"' EXIT

vtrack check --against "$base" --ignore target --format plain --output "markdown=$report" --lang zh
code=$?
if [ "$code" -le 1 ]; then
  {
    vtrack diff "$base" --format markdown --lang zh
    echo
    cat "$report"
  } > comment.md
else
  echo "检查没有做成，原因见流水线日志。" > comment.md
fi
exit "$code"
