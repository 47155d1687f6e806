"""Rules about reported figures: what they speak of, their days, their size and their evidence.

Slips of entry, such as 0.98 for 98 or a jump of a hundred times, and figures without a source. An honest figure
that misses the target is not their business.

查填报的数据：对应的目标、日期、大小和佐证。

查填报中的差错，如把98填成0.98、一年涨了一百倍，以及没有来源的数据。如实填报而没有达标的，不归这一类管。
"""
