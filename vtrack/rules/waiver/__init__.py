"""Rules about waivers: those that ran out, that nothing needs, or that speak of what cannot be waived.

A waiver sets a finding aside for a time, with a reason and a name. These rules keep the list short and honest.

查豁免本身：过期的、用不上的、不能豁免的。

豁免是在一段时间内搁置一个问题，要有理由、有人批准。这些规则让豁免清单不虚、不滥。
"""
