"""Rules about what changed since an earlier commit: past figures and targets that moved without a stated reason.

They speak under ``vtrack check --against REF``. A figure is corrected with an entry under ``revisions``, a target
changed with one under ``amendments``, each with what it was and why.

查与以前的提交相比，没有说明就改动了什么。

用 ``vtrack check --against 提交`` 时才查。更正数据要在 ``revisions`` 里记一条，调整目标要在 ``amendments`` 里记一条，写明
原来是多少、为什么改。
"""
