"""Rules about the bytes and the YAML of a file, whatever it is about.

What a Chinese keyboard mistypes (full-width digits, colons and spaces), and what YAML reads otherwise than it
looks. A file with such a mistake says something else than its writer meant, so no verdict is made from it.

查文件的编码和 YAML 写法。

中文输入法容易打错的（全角数字、冒号、空格），以及 YAML 读出来与看上去不一样的写法。有这类错误的文件，说的不是
写的人的意思，所以不据以判定。
"""
