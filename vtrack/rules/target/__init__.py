"""Rules about verdicts: the targets that are missed, broken, late, behind, unreported or unfinished.

They say nothing against the files: the figures are right, and the work is not done. An error for a binding
target that failed, else a warning.

查未通过的结论：未达标、已失守、逾期、滞后、未报送、占位未填。

这类问题不是文件写错了：数是对的，事没有做到。约束性目标没有完成的为错误，其余为警告。
"""
