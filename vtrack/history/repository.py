"""A git repository, read through the real ``git``: no checkout, no writing, none of the repository's own programs.

Only commits and what they hold are asked for; the files of the work tree are read without git, so that no filter,
text conversion, file-system monitor or hook that a repository may configure has anything to do. Names are taken with
``-z``, so that Chinese file names arrive as they are.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from vtrack.errors import CallError
from vtrack.messages import Message, say

_SAFE = (
    "--no-pager",
    "--no-replace-objects",
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=/dev/null"),
)
_OF_THE_USER = ("GIT_CONFIG", "GIT_EXEC_PATH")
"""The beginnings of git's variables that say where the user's git and its settings lie; the others may lead astray."""
_LINK = b"120000"


class Repository(Struct, frozen=True):
    """A work tree by its top folder, a path without links."""

    top: Path

    @classmethod
    def around(cls, folder: Path) -> Repository:
        """The repository that a folder lies in.

        Raises:
            CallError: there is no git, the folder lies in no repository, or git refuses to look at it.
        """
        done = _git(folder, "rev-parse", "--show-toplevel")
        if done.returncode:
            raise CallError(_refusal(folder, os.fsdecode(done.stderr)))
        return cls(Path(os.path.realpath(os.fsdecode(done.stdout.removesuffix(b"\n")))))

    def merge_base(self, ref: str) -> str:
        """The commit at which the work at hand parted from ``ref``.

        Raises:
            CallError: ``ref`` names no commit, or the two have none in common.
        """
        head = self._commit("HEAD")
        if head is None:
            raise CallError(say("the repository has no commit yet"))
        other = self._commit(ref)
        if other is None:
            raise CallError(self._no_commit(ref))
        done = self._run("merge-base", other, head)
        if done.returncode:
            if self._is_shallow():
                raise CallError(
                    say(
                        "the clone is too shallow to see where {ref} parted; fetch more of it, such as with {command}",
                        ref=ref,
                        command="git fetch --unshallow",
                    )
                )
            raise CallError(say("{ref} and the work at hand have no commit in common", ref=ref))
        return done.stdout.decode().split()[0]

    def files(self, commit: str) -> dict[str, str]:
        """The ordinary files of a commit: by path from the top, the id of the content. No links, no submodules."""
        done = self._run("ls-tree", "-r", "-z", "--full-tree", commit)
        if done.returncode:
            raise CallError(_lacking(commit))
        entries = (entry.partition(b"\t") for entry in done.stdout.split(b"\0") if entry)
        found = {}
        for head, _, path in entries:
            mode, kind, oid = head.split()
            if kind == b"blob" and mode != _LINK:
                found[os.fsdecode(path)] = oid.decode()
        return found

    def contents(self, ids: Iterable[str]) -> Mapping[str, bytes]:
        """The contents of files by their ids.

        Raises:
            CallError: the clone lacks one of them.
        """
        wanted = list(dict.fromkeys(ids))
        if not wanted:
            return {}
        done = self._run("cat-file", "--batch", stdin="".join(f"{oid}\n" for oid in wanted).encode())
        found: dict[str, bytes] = {}
        start = 0
        for oid in wanted:
            line_end = done.stdout.find(b"\n", start)
            header = done.stdout[start : max(line_end, start)].split()
            if len(header) != 3:  # "… missing", or an end before its time
                raise CallError(_lacking(oid))
            begin, size = line_end + 1, int(header[2])
            found[oid] = done.stdout[begin : begin + size]
            start = begin + size + 1
        return found

    def names(self) -> tuple[str, ...]:
        """The names of the branches and the tags, as short as git shows them."""
        done = self._run("for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/remotes", "refs/tags")
        return tuple(os.fsdecode(done.stdout).split())

    def left_out(self) -> frozenset[str]:
        """The paths that a sparse checkout leaves out of the work tree."""
        done = self._run("ls-files", "-t", "-z")
        entries = (entry.partition(b" ") for entry in done.stdout.split(b"\0"))
        return frozenset(os.fsdecode(path) for tag, _, path in entries if tag == b"S")

    def relative(self, path: Path) -> str | None:
        """A path as git calls it, from the top with forward slashes; ``None`` for one outside the work tree."""
        try:
            return Path(os.path.realpath(path)).relative_to(self.top).as_posix()
        except ValueError:
            return None

    def _commit(self, name: str) -> str | None:
        """The id of the commit that a name stands for. No name of a commit begins as an option does."""
        if name.startswith("-") or "\0" in name:
            return None
        done = self._run("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
        return None if done.returncode else done.stdout.decode().strip()

    def _no_commit(self, name: str) -> Message:
        if self._is_shallow():
            return say("there is no commit {ref} here; the clone is shallow, fetch it first", ref=name)
        return say("there is no commit {ref}; it wants a branch, a tag or a commit of this repository", ref=name)

    def _is_shallow(self) -> bool:
        return self._run("rev-parse", "--is-shallow-repository").stdout.strip() == b"true"

    def _run(self, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        return _git(self.top, *arguments, stdin=stdin)


def _refusal(folder: Path, words: str) -> Message:
    """Why git tells nothing of a folder. Its words are English, because it is asked so."""
    if "dubious ownership" in words:
        return say(
            "{folder} belongs to another user, and git does not read it before it is told so: {command}",
            folder=folder,
            command="git config --global --add safe.directory …",
        )
    if "not a git repository" in words or "must be run in a work tree" in words:
        return say("{folder} is not in a git repository, so there is no history to look at", folder=folder)
    reason = words.strip().partition("\n")[0].removeprefix("fatal: ")
    return say("git does not look at {folder}: {reason}", folder=folder, reason=reason)


def _lacking(id: str) -> Message:
    return say(
        "the clone lacks {id}, which history needs; fetch the whole of it, such as with {command}",
        id=id[:10],
        command="git fetch --refetch",
    )


def _git(folder: Path, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith(_OF_THE_USER)
    }
    # A clone that lacks a content may name a program to fetch it with: no transport is allowed.
    safe = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none", "LC_ALL": "C"}
    command = [_program(), *_SAFE, "-C", str(folder), *arguments]
    try:
        return subprocess.run(command, input=stdin, capture_output=True, env=kept | safe, check=False)
    except OSError as error:
        raise CallError(say("cannot run {file}: {reason}", file=command[0], reason=error.strerror or "")) from None


def _program() -> str:
    """Where git lies. Looked for in whole folders of the PATH alone: never in the folder at hand, as Windows would.

    Raises:
        CallError: there is none.
    """
    name = "git.exe" if os.name == "nt" else "git"
    for folder in os.environ.get("PATH", os.defpath).split(os.pathsep):
        path = os.path.join(folder, name)
        if os.path.isabs(folder) and os.path.isfile(path) and os.access(path, os.X_OK):
            return path
    raise CallError(say("git is not installed, and history is read through it"))
