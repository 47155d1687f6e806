"""Rules about the soundness of a plan: owners, deadlines, statements, and whether its targets can all hold.

A plan that nobody answers for, or that says two things at once, cannot be checked by anyone. These rules speak of
the plan alone, before anything is reported.

查方案自身是否自洽、可考核。

没有责任单位、前后说法不一的方案，谁也没法考核。这些规则只看方案本身，与填报无关。
"""
