"""Rules about the shape of a file's data: keys, types, words, dates and ids.

What may stand where, by the format: a misspelt key, a number in quotation marks, a day that is none. The target or
figure at fault is left out, and the rest is judged.

查数据的样式：栏目、类型、用词、日期、代号。

按格式规定，什么地方写什么：栏目名写错、数字加了引号、没有这一天。有错的目标或数据不采用，其余照判。
"""
